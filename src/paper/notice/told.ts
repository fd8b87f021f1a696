import type { Language } from '../../domain/city.ts'
import type { Words } from '../../language/words.ts'
import type { BookingWays, Notice, NoticeSheet } from './notice.ts'

/** A notice in one language, ready to be set: the heading, a number to be seen from afar, lines, sentences, small print. */
export interface NoticeWords {
  readonly heading: string
  readonly figure?: { readonly number: string; readonly unit: string }
  /** Short lines: hours, limits by the hour, places. */
  readonly lines: readonly string[]
  readonly sentences: readonly string[]
  readonly small: readonly string[]
}

/** In which words a notice is told. */
export interface Told {
  readonly say: Words
  readonly language: Language
  readonly sheet: NoticeSheet
}

/** One kind of notice. */
export type Of<Kind extends Notice['kind']> = Notice & { readonly kind: Kind }

/** How to make an appointment, in a sentence. */
export function waysInWords({ website, phone }: BookingWays, say: Words): string {
  return say('notice.ways', { website, phone: unbroken(phone) })
}

/** A phone number stays on one line. */
function unbroken(phone: string): string {
  return phone.replaceAll(' ', '\u00a0')
}

/** The legal basis, if there is one. */
export function basis(legalBasis: string | undefined, say: Words): string[] {
  return legalBasis ? [say('notice.legal-basis', { basis: legalBasis })] : []
}
