import { addDays, type Moment, type OfficeDate } from '../../../domain/calendar.ts'
import type { City } from '../../../domain/city.ts'
import type { Day, DayException } from '../../../domain/capacity/day.ts'
import { effectOf } from '../../../domain/capacity/day-change.ts'
import { rePlacements } from '../../../domain/capacity/re-placement.ts'
import type { BookingRecord } from '../../../repositories/bookings.ts'
import { keyOf, type DayKey } from '../../../repositories/change-day.ts'
import { cityOf } from '../../../repositories/city.ts'
import { dayExceptions } from '../../../repositories/day-exceptions.ts'
import { daysOf, type DayAsOf } from '../../../repositories/days.ts'
import { keptBookings } from '../../../repositories/kept-bookings.ts'
import { NotFound } from '../../errors.ts'
import type { House } from '../../house.ts'
import { occupancyOfDay } from '../../resident/occupancy-of.ts'
import { officesDoing } from '../../resident/offers-of.ts'
import { visitOnTheSpot } from '../soonest-seat.ts'
import type { DisplacedVisit, Proposal, ProposedPlace } from './proposal.ts'

/** Places are looked for on the day itself and on so many days after it. */
const daysToLookAhead = 7

/**
 * What a change of a day would do: which bookings no longer fit, by desk or by the limit of a room, and where each could
 * go. Nothing is saved.
 *
 * @throws {NotFound} if the office has no such desk or zone
 */
export async function propose(house: House, day: DayKey, exceptions: readonly DayException[]): Promise<Proposal> {
  const city = await cityOf(house.db)
  const now = house.clock.now(timeZoneOf(city, day.officeId))
  refuseUnknown(city, day, exceptions)
  const days = await daysOf(house.db, city, [day.officeId], day.date, addDays(day.date, daysToLookAhead))
  const { day: standing } = days.get(keyOf(day)) as DayAsOf
  const effect = effectOf(
    city,
    standing,
    [...((await dayExceptions(house.db, [day.officeId], day.date, day.date)).get(keyOf(day)) ?? []), ...exceptions],
    minuteIn(day.date, now),
    new Set((await keptBookings(house.db, day)).keys()),
  )
  const own = [effect.staying, ...[...days.values()].slice(1).map(each => each.day)]
  const bookings = effect.displaced.map(({ booking }) => booking as BookingRecord)
  const places = await placesFor(house, city, bookings, own, now)
  return {
    page: standing.page,
    exceptions,
    displaced: effect.displaced.map(({ booking, refusal }): DisplacedVisit => {
      const proposal = places.get(booking.number)
      return { booking: booking as BookingRecord, refusal, ...(proposal && { proposal }) }
    }),
    before: occupancyOfDay(standing),
    after: occupancyOfDay(effect.staying),
  }
}

/** At the same office first; whoever finds nothing there is offered the others. */
async function placesFor(
  house: House,
  city: City,
  bookings: readonly BookingRecord[],
  own: readonly Day[],
  now: Moment,
): Promise<Map<number, ProposedPlace>> {
  const visitFor = (booking: { number: number }) => {
    const record = bookings.find(each => each.number === booking.number) as BookingRecord
    return visitOnTheSpot(city, { ...record, channel: 'phone' })
  }
  const found = rePlacements(bookings, own, visitFor, now)
  const without = found.filter(({ proposal }) => !proposal).map(({ booking }) => booking as BookingRecord)
  const elsewhere = await otherOffices(house, city, without, own)
  const further = elsewhere.length > 0 ? rePlacements(without, elsewhere, visitFor, now) : []
  return new Map(
    [...found, ...further].flatMap(({ booking, proposal }) =>
      proposal ? [[booking.number, { officeId: proposal.officeId, date: proposal.date, start: proposal.start }] as const] : [],
    ),
  )
}

async function otherOffices(house: House, city: City, bookings: readonly BookingRecord[], own: readonly Day[]): Promise<Day[]> {
  const [first] = own
  const last = own.at(-1)
  const officeIds = [...new Set(bookings.flatMap(booking => officesDoing(city, booking.serviceId)))]
  const others = officeIds.filter(id => id !== first?.plan.officeId)
  if (others.length === 0 || !first || !last) return []
  const days = await daysOf(house.db, city, others, first.plan.date, last.plan.date)
  return [...days.values()].map(({ day }) => day)
}

/** @throws {NotFound} if an exception names a desk or a zone that the office does not have */
export function refuseUnknown(city: City, day: DayKey, exceptions: readonly DayException[]): void {
  for (const exception of exceptions) {
    if (exception.kind === 'office-closed') continue
    if (exception.kind === 'zone-closed') {
      if (!city.zones.some(zone => zone.id === exception.zoneId && zone.officeId === day.officeId)) throw new NotFound('zone')
      continue
    }
    const deskId = exception.kind === 'desk-staffed' ? exception.shift.deskId : exception.deskId
    if (!city.desks.some(desk => desk.id === deskId && desk.officeId === day.officeId)) throw new NotFound('desk')
  }
}

/** The time zone of an office. @throws {NotFound} */
export function timeZoneOf(city: City, officeId: string): string {
  const office = city.offices.find(each => each.id === officeId)
  if (!office) throw new NotFound('office')
  return office.timeZone
}

/** A moment as a minute of a date: 0 before it, 1440 after it. */
export function minuteIn(date: OfficeDate, now: Moment): number {
  if (now.date === date) return now.minute
  return now.date < date ? 0 : 1440
}
