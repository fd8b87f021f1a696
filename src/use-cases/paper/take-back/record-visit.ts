import { withBooking } from '../../../domain/capacity/day.ts'
import { visitOf } from '../../../domain/capacity/visit.ts'
import type { Party } from '../../../domain/booking/booking.ts'
import type { City, Desk, Language } from '../../../domain/city.ts'
import { isFree, type Seat } from '../../../domain/queue/seat.ts'
import { instantOf } from '../../../time.ts'
import { updateBooking, type BookingRecord } from '../../../repositories/bookings.ts'
import { keepBooking } from '../../../repositories/kept-bookings.ts'
import { layOutDay } from '../../day/lay-out-day.ts'
import type { OpenDay } from '../../day/on-day.ts'
import { takePlace, takePlaceAgain } from '../../day/take-place.ts'
import { writeNew } from '../../day/write-new.ts'
import { writeAdmission } from '../../desk/write-admission.ts'
import { newBooking } from '../../resident/new-booking.ts'
import type { Attending } from '../../desk/attendance.ts'
import { recordedSeat } from './recorded-seat.ts'

/** Somebody who was there without a place in the plan. */
export interface UnplannedVisit {
  readonly serviceId: string
  readonly time: number
  readonly party: Party
  readonly deskId?: string
  readonly language: Language
  /** Why they stand above the plan, for whoever looks at the schedule. */
  readonly reason: string
}

/** Records a visit that has happened, whatever the plan says. What it does not hold is excused, with the reason. */
export async function recordUnplanned(open: OpenDay, visit: UnplannedVisit): Promise<Attending | undefined> {
  const { officeId, date } = open.turned
  const wanted = { serviceId: visit.serviceId, party: visit.party, needs: [], groups: [], channel: 'walk-in' as const }
  const { minutes } = visitOf(open.city, wanted)
  const desks = desksFor(open.city, officeId, visit.serviceId, visit.deskId)
  const seat = recordedSeat(open.day, { time: visit.time, minutes, party: visit.party, desks })
  if (!seat) return undefined

  const request = { ...wanted, officeId, date, start: seat.start }
  const draft = {
    ...newBooking(open.house, request, { language: visit.language }, { placed: true, ...seat }, { status: 'booked' }),
    status: 'arrived' as const,
  }
  const booking = isFree(open.day, seat)
    ? await takePlace(open, draft)
    : await excuse(open, await writeNew(open, draft), visit.reason)
  return writeAdmission(open, booking, cameAt(open, visit.time))
}

/** Gives a visit whose place is gone a place again: its own if that is free, else the nearest, excused if it must be. */
export async function seatAgain(open: OpenDay, booking: BookingRecord, reason: string): Promise<BookingRecord | undefined> {
  if (isFree(open.day, booking)) return takePlaceAgain(open, booking)
  const seat = recordedSeat(open.day, {
    time: booking.start,
    minutes: booking.end - booking.start,
    party: booking.party,
    desks: desksFor(open.city, booking.officeId, booking.serviceId, booking.deskId),
  })
  if (!seat) return undefined
  const seated = { ...booking, ...seat }
  return isFree(open.day, seat) ? takePlaceAgain(open, seated) : excuse(open, seated, reason)
}

/** The instant at which somebody came, as far as paper says: never one that is yet to come. */
export function cameAt(open: OpenDay, minute: number): string {
  const office = open.city.offices.find(({ id }) => id === open.turned.officeId)
  const then = instantOf(open.turned.date, minute, office?.timeZone ?? open.city.organisation.timeZone)
  const now = open.house.clock.instant()
  return then < now ? then : now
}

/** Writes a booking that the ledger does not hold, and lays the ledger out with it: the difference is excused. */
async function excuse(open: OpenDay, booking: BookingRecord & Seat, reason: string): Promise<BookingRecord> {
  await updateBooking(open.trx, booking)
  await keepBooking(open.trx, open.turned, booking.number, reason, open.house.clock.instant())
  open.day = withBooking(open.day, booking, open.turned.page)
  await layOutDay(open)
  return { ...booking, presence: open.day.bookings.find(({ number }) => number === booking.number)?.presence ?? booking.presence }
}

/** The desk that paper names, those that do the matter here, then any other: people were served where they were served. */
function desksFor(city: City, officeId: string, serviceId: string, deskId: string | undefined): Desk[] {
  const service = city.services.find(({ id }) => id === serviceId)
  const rank = (desk: Desk) => (desk.id === deskId ? 0 : service?.deskGroupIds.includes(desk.deskGroupId) ? 1 : 2)
  return city.desks.filter(desk => desk.officeId === officeId).sort((one, other) => rank(one) - rank(other))
}
