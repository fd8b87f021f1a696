import { minutesBetween } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { momentOf } from '../../time.ts'
import type { DeskRow } from '../../use-cases/desk/desk-row.ts'

/** What of a row does not change with the clock, in words. */
export interface RowWords {
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

const remembrance = new WeakMap<DeskRow, Map<Language, RowWords>>()

/** A row in words; worked out once for as long as the row stands. */
export function rowWords(city: City, timeZone: string, row: DeskRow, language: Language): RowWords {
  const known = remembrance.get(row) ?? new Map<Language, RowWords>()
  remembrance.set(row, known)
  const words = known.get(language) ?? inWords(city, timeZone, row, language)
  known.set(language, words)
  return words
}

/** A row as it stands at a minute of its day; the same value as at another minute if nothing of it is another. */
export function timedRow(city: City, timeZone: string, row: DeskRow, language: Language, now: number): TimedRow {
  const words = rowWords(city, timeZone, row, language)
  const t = wordsFor(language)
  const state = stateOf(city, row, now)
  const late = state === 'late' || state === 'missing' ? now - row.start : 0
  const since = row.status === 'arrived' ? words.arrivedMinute : undefined
  const status =
    late > 0 ? t(`desk.state-${state === 'late' ? 'late' : 'missing'}`, { count: late }) : stateWords(state, row, language)
  const waiting = since === undefined ? undefined : Math.max(0, now - since)

  const last = timed.get(words)
  if (last?.state === state && last.status === status && last.waiting === waiting) return last
  const standing = { ...words, state, status, waiting }
  timed.set(words, standing)
  return standing
}

const timed = new WeakMap<RowWords, TimedRow>()

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
    channel: t(`channel.${row.channel}`),
    bookedFor: row.bookedStart === undefined ? '' : t('desk.booked-for', { time: formatTime(row.bookedStart, language) }),
    saysLate: saysLate(row, language),
    arrivedMinute: arrived && minutesBetween({ date: ticket.date, minute: 0 }, arrived),
  }
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
