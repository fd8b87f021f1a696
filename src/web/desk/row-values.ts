import { minutesBetween } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { momentOf } from '../../time.ts'
import type { DeskRow } from '../../use-cases/desk/desk-row.ts'

/** What of a row does not change with the clock, in words. */
interface RowWords {
  readonly number: number
  readonly start: number
  readonly time: string
  readonly code: string
  readonly ticket: string
  readonly matter: string
  readonly minutes: number
  readonly desk: string
  readonly persons: number
  readonly exempt: string
  readonly needs: readonly string[]
  readonly excused: string
  /** Why there is no place for it any more; empty if there is. */
  readonly unfit: string
  readonly channel: string
  readonly bookedFor: string
  /** By how much they have said they will be late; empty once they are here. */
  readonly saysLate: string
  /** The minute at which they came; absent until then. */
  readonly arrivedMinute: number | undefined
}

/** A row with what the clock makes of it. */
export interface TimedRow extends RowWords {
  /** For the sign and the colour: a status, or `late`, `missing`, `parked`. */
  readonly state: string
  readonly status: string
  readonly waiting: number | undefined
}

/** What was made of a row last, by language. */
const remembrance = new WeakMap<DeskRow, Partial<Record<Language, { readonly at: number; readonly row: TimedRow }>>>()

/** A row as it stands at a minute of its day. Its words are put together once, for as long as the row stands. */
export function timedRow(city: City, timeZone: string, row: DeskRow, language: Language, now: number): TimedRow {
  const last = remembrance.get(row)?.[language]
  if (last?.at === now) return last.row
  const words = last?.row ?? inWords(city, timeZone, row, language)
  const timed = atMinute(city, row, words, language, now)
  remembrance.set(row, { ...remembrance.get(row), [language]: { at: now, row: timed } })
  return timed
}

function atMinute(city: City, row: DeskRow, words: RowWords, language: Language, now: number): TimedRow {
  const t = wordsFor(language)
  const state = stateOf(city, row, now)
  const late = state === 'late' || state === 'missing' ? now - row.start : 0
  const since = row.status === 'arrived' ? words.arrivedMinute : undefined
  return {
    ...words,
    state,
    status:
      late > 0 ? t(`desk.state-${state === 'late' ? 'late' : 'missing'}`, { count: late }) : stateWords(state, row, language),
    waiting: since === undefined ? undefined : Math.max(0, now - since),
  }
}

function inWords(city: City, timeZone: string, row: DeskRow, language: Language): RowWords {
  const t = wordsFor(language)
  const { ticket } = row
  const deskId = ticket?.deskId ?? row.deskId
  const arrived = ticket && momentOf(ticket.arrivedAt, timeZone)
  return {
    number: row.bookingNumber,
    start: row.start,
    time: formatTime(row.start, language),
    code: row.referenceEnd,
    ticket: ticket?.code ?? '',
    matter: city.services.find(({ id }) => id === row.serviceId)?.name[language] ?? row.serviceId,
    minutes: row.minutes,
    desk: city.desks.find(({ id }) => id === deskId)?.label ?? '',
    persons: row.persons,
    exempt: row.exempt
      .map(({ kind, persons }) => t('desk.exempt', { who: t(`desk.companion-${kind}`), count: persons }))
      .join(', '),
    needs: city.needs.filter(({ id }) => row.needs.includes(id)).map(({ name }) => name[language]),
    excused: row.excused ?? '',
    unfit: row.unfit ? t('desk.unfit', { reason: unfitReason(city, row.unfit, language) }) : '',
    channel: t(`channel.${row.channel}`),
    bookedFor: row.bookedStart === undefined ? '' : t('desk.booked-for', { time: formatTime(row.bookedStart, language) }),
    saysLate: saysLate(row, language),
    arrivedMinute: arrived && minutesBetween({ date: ticket.date, minute: 0 }, arrived),
  }
}

function unfitReason(city: City, { reason, zoneId }: NonNullable<DeskRow['unfit']>, language: Language): string {
  const t = wordsFor(language)
  if (reason === 'no-desk') return t('desk.change-why-desk')
  return t(`refusal.${reason}`, { zone: city.zones.find(({ id }) => id === zoneId)?.name[language] ?? '' })
}

function saysLate({ status, saysLateMinutes }: DeskRow, language: Language): string {
  if (status !== 'booked' || saysLateMinutes === undefined) return ''
  return wordsFor(language)('desk.says-late', { count: saysLateMinutes })
}

function stateOf(city: City, { status, start, ticket }: DeskRow, now: number): string {
  if (status === 'arrived' && ticket?.parked) return 'parked'
  if (status !== 'booked' || now <= start) return status
  return now - start > city.policy.checkIn.lateToleranceMinutes ? 'missing' : 'late'
}

function stateWords(state: string, { status, ticket }: DeskRow, language: Language): string {
  const t = wordsFor(language)
  if (state === 'parked') return t('desk.state-parked')
  if (status === 'arrived' && ticket?.forwarded) return t('desk.state-forwarded')
  if (status === 'arrived' && ticket?.priority) return t('desk.state-priority')
  if (status === 'called') return t('desk.state-called', { count: ticket?.calls ?? 1 })
  return t(`desk.status-${status}`)
}
