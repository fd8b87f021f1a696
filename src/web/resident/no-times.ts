import type { OfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import type { Refusal, RefusalReason } from '../../domain/booking/refusal.ts'
import { shutUntil } from '../../domain/service/shut-until.ts'
import type { Service } from '../../domain/service/service.ts'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { upstairsInWords } from './upstairs.ts'

/** That an office has no free time until the last date that can be booked, and what may be hoped for. */
export interface NoTimes {
  /** Why, in one sentence. */
  readonly sentence: string
  /** Whether waiting helps: a visit may become free, or a day open. */
  readonly mayOpen: boolean
  /** Whether places are left for those who call or come. */
  readonly keptForCallers: boolean
}

/** What an office was asked for, and the days, none with a free time, that answered; `today` and `to` are both included. */
export interface NoTimesAsked {
  readonly city: City
  readonly service: Service
  readonly officeId: string
  readonly needs: readonly string[]
  readonly days: readonly { readonly refusal?: Refusal }[]
  readonly today: OfficeDate
  readonly to: OfficeDate
}

/**
 * Why an office has no free time: the reason that a resident can do most about. That places are taken is said only where
 * there were places.
 */
export function noTimesOf(asked: NoTimesAsked, language: Language): NoTimes {
  const upstairs = upstairsInWords(asked.city, asked.service, asked.officeId, asked.needs, language)
  if (upstairs !== undefined) return { sentence: upstairs, mayOpen: false, keptForCallers: false }
  const reasons = new Set(asked.days.map(({ refusal }) => refusal?.reason))
  const main = telling.find(reason => reasons.has(reason))
  return {
    sentence: sentenceOf(main, asked, language),
    mayOpen: main === undefined || !lasting.has(main),
    keptForCallers: main === 'channel-full',
  }
}

function sentenceOf(main: RefusalReason | undefined, asked: NoTimesAsked, language: Language): string {
  const t = wordsFor(language)
  const last = formatDate(asked.to, language, 'short')
  if (main === undefined || taken.has(main)) return t('none.taken', { date: last })
  if (main === 'zone-full') return t('none.zone-full', { date: last })
  if (main !== 'closed' && main !== 'not-in-person') return t(`refusal.${main}`, { zone: '' })

  const until = shutBeyond(asked)
  if (main === 'not-in-person') return t('none.not-in-person', { date: until ? formatDate(until, language, 'short') : last })
  return until ? t('none.closed-until', { date: formatDate(until, language, 'short') }) : t('none.closed', { date: last })
}

/** Until when the opening hours keep an office shut, if that is at least as long as the dates that were asked for. */
function shutBeyond({ city, service, officeId, today, to }: NoTimesAsked): OfficeDate | undefined {
  const office = city.offices.find(({ id }) => id === officeId)
  const until = office && shutUntil(service, office, today)
  return until !== undefined && until >= to ? until : undefined
}

/** What takes places away. */
const taken: ReadonlySet<RefusalReason> = new Set(['no-desk', 'arrivals-full'])

/** What no day that opens soon will change. */
const lasting: ReadonlySet<RefusalReason> = new Set(['party-too-large', 'not-in-person', 'closed'])

const telling: readonly RefusalReason[] = [
  ...(['party-too-large', 'channel-full', 'zone-full', 'no-desk', 'arrivals-full', 'protected'] as const),
  ...(['not-in-person', 'closed'] as const),
]
