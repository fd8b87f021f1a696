import { addDays, type OfficeDate } from '../../domain/calendar.ts'
import { earlierTimes, placeKey, type FreePlace } from '../../domain/booking/earlier-time.ts'
import type { VisitPlace } from '../../domain/booking/office-change.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { cityOf } from '../../repositories/city.ts'
import { takeTurn } from '../../repositories/job-turns.ts'
import { endWaitingBefore, noteTold, toldSince, waitingToBeTold, type Waiting } from '../../repositories/waiting-list.ts'
import { laterBy } from '../../time.ts'
import { queueEarlierTime } from '../day/queue-message.ts'
import type { House } from '../house.ts'
import { officesDoing, offersOf, type OfferQuery } from './offers-of.ts'

/** Shorter than the minute after which it is done again. */
const secondsOfTurn = 50
const daysToLookAhead = 30
const hoursBetweenLetters = 6
/** Whoever was told of a time has it to themselves for so long. */
const minutesOfFirstClaim = 30
const mostTimes = 3
const mostWaiting = 2000
/** Different wishes that are looked up in one go; the rest have their turn in the next ones. */
const mostLookUps = 40

interface Waiter {
  readonly booking: BookingRecord
  readonly waiting: Waiting
}

/**
 * Lets mails wait for those who want an earlier time than theirs, where one has come free: in the order in which they
 * wait, each time told to no more people than can have it, and nobody more often than every six hours.
 *
 * @returns how many were told
 */
export async function tellOfEarlier(house: House): Promise<number> {
  const now = house.clock.instant()
  if (!(await takeTurn(house.db, 'tell-of-earlier', now, secondsOfTurn))) return 0
  const { organisation } = await cityOf(house.db)
  const today = house.clock.now(organisation.timeZone).date
  await endWaitingBefore(house.db, today)
  const toldBefore = laterBy(now, -hoursBetweenLetters * 3600)
  const waiters = await waitingToBeTold(house.db, today, toldBefore, mostWaiting)
  if (waiters.length === 0) return 0

  const free = await lookUp(house, waiters, today, now)
  const claims = countsOf(await toldSince(house.db, laterBy(now, -minutesOfFirstClaim * 60)))
  let told = 0
  for (const { booking, waiting } of waiters) {
    const places = free.get(wishKey(booking, waiting)) ?? []
    const times = earlierTimes(booking, places, waiting.until, claims, mostTimes)
    if (times.length === 0 || !(await tell(house, booking, waiting, times, now))) continue
    for (const time of times) claims.set(placeKey(time), (claims.get(placeKey(time)) ?? 0) + 1)
    told += 1
  }
  return told
}

/** What is free for each wish that has its turn now, by `wishKey`; equal wishes are looked up once. */
async function lookUp(
  house: House,
  waiters: readonly Waiter[],
  today: OfficeDate,
  now: string,
): Promise<ReadonlyMap<string, FreePlace[]>> {
  const city = await cityOf(house.db)
  const wishes = new Map<string, OfferQuery>()
  for (const { booking, waiting } of waiters) {
    const known = wishes.get(wishKey(booking, waiting))
    const until = [
      addDays(today, daysToLookAhead),
      waiting.until < booking.date ? waiting.until : booking.date,
    ].sort()[0] as string
    const officeIds = waiting.scope === 'office' ? [booking.officeId] : officesDoing(city, booking.serviceId)
    const to = known && known.to > until ? known.to : until
    wishes.set(wishKey(booking, waiting), { ...booking, officeIds, from: today, to })
  }
  const free = new Map<string, FreePlace[]>()
  for (const [key, wish] of inTurn([...wishes], now)) free.set(key, await freePlaces(house, wish))
  return free
}

/** As many as can be looked up at once, beginning elsewhere each minute. */
function inTurn<T>(all: readonly T[], now: string): readonly T[] {
  if (all.length <= mostLookUps) return all
  const minute = Math.floor(Date.parse(now) / 60_000)
  const first = (minute * mostLookUps) % all.length
  return [...all.slice(first), ...all.slice(0, first)].slice(0, mostLookUps)
}

async function freePlaces(house: House, wish: OfferQuery): Promise<FreePlace[]> {
  const { offices } = await offersOf(house, wish)
  return offices.flatMap(({ officeId, days }) =>
    days.flatMap(({ date, times }) => times.map(({ start, places }) => ({ officeId, date, start, places }))),
  )
}

function tell(
  house: House,
  booking: BookingRecord,
  waiting: Waiting,
  times: readonly VisitPlace[],
  now: string,
): Promise<boolean> {
  const told = times.map(({ officeId, date, start }) => ({ officeId, date, start }))
  return noteTold(house.db, waiting, told, now, trx => queueEarlierTime(trx, booking, now))
}

/** Asked as the page on which a visit is moved asks, so that what is told can be had there. */
function wishKey({ serviceId, officeId, party, needs, groups, channel }: BookingRecord, { scope }: Waiting): string {
  return JSON.stringify([serviceId, scope === 'office' ? officeId : '', party, needs, groups, channel])
}

function countsOf(places: readonly VisitPlace[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const place of places) counts.set(placeKey(place), (counts.get(placeKey(place)) ?? 0) + 1)
  return counts
}
