import type { Minute, Moment } from '../../domain/calendar.ts'
import type { Party } from '../../domain/booking/booking.ts'
import type { Refusal } from '../../domain/booking/refusal.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import { soonestSeat, visitOnTheSpot } from '../desk/soonest-seat.ts'
import { NotFound, type Alternative } from '../errors.ts'
import type { House } from '../house.ts'
import { alone, mattersHere, type MatterHere } from './kiosk-matters.ts'
import { freeTimesOf, firstOfEach } from './kiosk-times.ts'

/** What a kiosk can offer to somebody without a booking. */
export interface KioskOffer extends MatterHere {
  readonly now: Moment
  /** When somebody who takes a ticket now would be served, about; absent: no ticket can be given now. */
  readonly ticketAt?: Minute
  /** Why not; absent also where nobody is received without an appointment. */
  readonly refusal?: Refusal
  /** Starts that are free here today, then on the next days; in order. */
  readonly here: readonly Alternative[]
  /** The soonest start at each other office, the nearest first. */
  readonly elsewhere: readonly Alternative[]
}

const mostHere = 6
const mostElsewhere = 3

/**
 * A ticket now if plan and rooms hold it, and the nearest times for an appointment.
 *
 * @throws {NotFound} if the office does not settle this matter today
 */
export async function kioskOffer(house: House, officeId: string, serviceId: string, party: Party): Promise<KioskOffer> {
  const matter = (await mattersHere(house, officeId)).find(({ service }) => service.id === serviceId)
  if (!matter) throw new NotFound('service')
  const city = await cityOf(house.db)
  const now = house.clock.now(city.offices.find(each => each.id === officeId)?.timeZone ?? city.organisation.timeZone)
  const asked = { ...alone, serviceId, party }

  const { day } = (await daysOf(house.db, city, [officeId], now.date, now.date)).get(
    keyOf({ officeId, date: now.date }),
  ) as DayAsOf
  const soonest = soonestSeat(city, day, visitOnTheSpot(city, asked), now)
  const takesTickets = matter.admission !== 'appointment-only'
  const free = await freeTimesOf(house, asked, now)
  return {
    ...matter,
    now,
    here: free.filter(time => time.officeId === officeId).slice(0, mostHere),
    elsewhere: firstOfEach(free.filter(time => time.officeId !== officeId)).slice(0, mostElsewhere),
    ...(takesTickets && soonest.placed && { ticketAt: soonest.start }),
    ...(takesTickets && !soonest.placed && { refusal: soonest.refusal }),
  }
}
