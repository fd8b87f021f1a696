import type { Minute } from '../../domain/calendar.ts'
import { withoutBooking } from '../../domain/capacity/day.ts'
import { arrivalAt, type Arrival } from '../../domain/queue/check-in.ts'
import { bookingByNumber, type BookingRecord } from '../../repositories/bookings.ts'
import { cityOf } from '../../repositories/city.ts'
import type { OpenDay } from '../day/on-day.ts'
import { onDayIfNeeded } from '../day/unturned.ts'
import { NotFound, type Alternative } from '../errors.ts'
import type { House } from '../house.ts'
import { nearestTimes } from '../resident/with-alternatives.ts'
import { attendanceOf, attendingOf, nowAt, type Attendance, type Attending } from './attendance.ts'
import { ticketFor } from './give-ticket.ts'
import { soonestSeat, visitOnTheSpot } from './soonest-seat.ts'
import { takeStep } from './take-step.ts'

/** What came of checking in; none of it is an error. */
export type CheckIn =
  /** `comeInAt`: the minute from which the building holds a place for them. `asWalkIn`: so late that they wait as walk-ins do. */
  | {
      readonly kind: 'checked-in'
      readonly visit: Attending
      readonly lateMinutes: number
      readonly comeInAt: Minute
      readonly asWalkIn: boolean
    }
  | { readonly kind: 'already'; readonly visit: Attending; readonly comeInAt: Minute }
  | Extract<Arrival, { kind: 'wrong-office' | 'wrong-day' | 'too-early' | 'over' }>
  /** Too late, and the plan holds no place for a walk-in soon. */
  | { readonly kind: 'too-late'; readonly byMinutes: number; readonly alternatives: readonly Alternative[] }

/**
 * Checks somebody in who has booked: in the list, by code, by a scan, at a kiosk. A second time answers the same ticket.
 *
 * @param officeId         where they stand
 * @param options.anyway   staff may check in earlier than the policy says
 * @throws {NotFound} if there is no such booking
 */
export async function checkIn(
  house: House,
  officeId: string,
  bookingNumber: number,
  { anyway = false }: { anyway?: boolean } = {},
): Promise<CheckIn> {
  const known = await bookingByNumber(house.db, bookingNumber)
  if (!known) throw new NotFound('booking')
  const elsewhere = await notHereToday(house, officeId, known)
  if (elsewhere) return elsewhere

  const answer = await onDayIfNeeded<CheckIn | 'moved'>(house, known, async (open, unturned) => {
    if (!(await isOf(open, bookingNumber))) return unturned('moved')
    const came = await checkInHere(open, await attendanceOf(open, bookingNumber), anyway)
    return came.kind === 'checked-in' ? came : unturned(came)
  })
  if (answer === 'moved') return checkIn(house, officeId, bookingNumber, { anyway })
  if (answer.kind !== 'too-late') return answer
  return { ...answer, alternatives: await nearestTimes(house, known) }
}

/** The same on a day that is open already. Unless it answers `checked-in`, it has changed nothing. */
export async function checkInHere(open: OpenDay, standing: Attendance, anyway: boolean): Promise<CheckIn> {
  const { checkIn: policy } = open.city.policy
  const asked = anyway ? { ...policy, opensMinutesBefore: 1440 } : policy
  const arrival = arrivalAt(standing.booking, open.day.plan, asked, nowAt(open))
  if (arrival.kind === 'already') {
    const visit = await attendingOf(open, standing.booking.number)
    return { kind: 'already', visit, comeInAt: comeInAt(open, standing.booking) }
  }
  if (arrival.kind === 'on-time') return arrive(open, standing, 0)
  if (arrival.kind === 'late') return arrive(open, standing, arrival.byMinutes)
  if (arrival.kind !== 'too-late') return arrival
  return (await arriveAsWalkIn(open, standing, arrival.byMinutes)) ?? { ...arrival, alternatives: [] }
}

/** Whether the day still has the booking: it may have been moved to another one a moment ago. */
async function isOf({ trx, turned }: OpenDay, bookingNumber: number): Promise<boolean> {
  const booking = await bookingByNumber(trx, bookingNumber)
  return booking?.officeId === turned.officeId && booking.date === turned.date
}

async function notHereToday(house: House, officeId: string, booking: BookingRecord): Promise<CheckIn | undefined> {
  const city = await cityOf(house.db)
  const office = city.offices.find(each => each.id === officeId)
  if (!office) throw new NotFound('office')
  const now = house.clock.now(office.timeZone)
  const arrival = arrivalAt(booking, { officeId, latestAfterMinutes: 0 }, city.policy.checkIn, now)
  return arrival.kind === 'wrong-office' || arrival.kind === 'wrong-day' ? arrival : undefined
}

async function arrive(open: OpenDay, standing: Attendance, lateMinutes: number): Promise<CheckIn> {
  const { booking } = standing
  const ticket = await ticketFor(open, booking, { bookedStart: booking.start, lateMinutes }, standing.ticket)
  const visit = { ticket, ...(await takeStep(open, standing, 'check-in', { ticket })) }
  return { kind: 'checked-in', visit, lateMinutes, comeInAt: comeInAt(open, visit.booking), asWalkIn: false }
}

async function arriveAsWalkIn(open: OpenDay, standing: Attendance, lateMinutes: number): Promise<CheckIn | undefined> {
  const others = withoutBooking(open.day, standing.booking.number, open.day.page)
  const visitNow = visitOnTheSpot(open.city, { ...standing.booking, channel: 'walk-in' })
  const seat = soonestSeat(open.city, others, visitNow, nowAt(open))
  if (!seat.placed) return undefined

  const { placed: _, ...place } = seat
  const ticket = await ticketFor(open, { ...standing.booking, ...place }, { lateMinutes }, standing.ticket)
  const visit = { ticket, ...(await takeStep(open, standing, 'check-in', { ticket, seat: place })) }
  return { kind: 'checked-in', visit, lateMinutes, comeInAt: comeInAt(open, visit.booking), asWalkIn: true }
}

function comeInAt(open: OpenDay, booking: BookingRecord): Minute {
  return Math.max(0, booking.start - open.day.plan.earlyEntryMinutes)
}
