import type { Language } from '../domain/city.ts'
import type { OfficeDate } from '../domain/calendar.ts'
import { formatDate } from '../language/dates.ts'
import { wordsFor } from '../language/words.ts'
import type { Mail } from './booking-mail.ts'

/** The mail that carries a daily pack to an office's printer. */
export function packMail(
  language: Language,
  pack: {
    readonly office: string
    readonly date: OfficeDate
    readonly number: number
    readonly mark: string
    readonly file: { readonly name: string; readonly content: Buffer }
  },
): Mail {
  const say = wordsFor(language)
  const told = { office: pack.office, date: formatDate(pack.date, language), copy: pack.number, mark: pack.mark }
  return {
    language,
    subject: say('pack.mail-subject', told),
    text: say('pack.mail-text', told),
    attachment: { ...pack.file, type: 'application/pdf' },
  }
}
