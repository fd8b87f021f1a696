import type { Language } from '../../domain/city.ts'
import type { Refusal } from '../../domain/booking/refusal.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import type { IdempotencyKey } from '../../repositories/idempotency-keys.ts'
import { askedUnder, insertKey } from '../../repositories/idempotency-keys.ts'
import { ticketOf } from '../../repositories/tickets.ts'
import { cityOf } from '../../repositories/city.ts'
import type { OpenDay } from '../day/on-day.ts'
import { takePlace } from '../day/take-place.ts'
import { onDayIfNeeded } from '../day/unturned.ts'
import { KeyReused, NotFound, type Alternative } from '../errors.ts'
import type { House } from '../house.ts'
import { newBooking } from '../resident/new-booking.ts'
import { nearestTimes } from '../resident/with-alternatives.ts'
import { nowAt, type Attending } from './attendance.ts'
import { soonestSeat, visitOnTheSpot } from './soonest-seat.ts'
import { writeAdmission } from './write-admission.ts'

/** Somebody who came without a booking. */
export interface WalkIn extends Pick<VisitRequest, 'officeId' | 'serviceId' | 'party' | 'needs' | 'groups'> {
  readonly channel: 'walk-in' | 'kiosk'
  readonly language: Language
}

/** A ticket for now, or the nearest times that are free. */
export type Admission =
  | { readonly kind: 'admitted'; readonly visit: Attending }
  | { readonly kind: 'later'; readonly refusal: Refusal; readonly alternatives: readonly Alternative[] }

/**
 * Gives somebody without a booking a ticket, if the plan and the rooms hold them within the policy's minutes; otherwise
 * answers the nearest times. The same key asked twice (a second press, a lost answer) answers the same ticket.
 *
 * @throws {NotFound} if there is no such office or service
 * @throws {KeyReused} if the key was used for something else
 */
export async function admitWalkIn(house: House, walkIn: WalkIn, { once }: { once?: IdempotencyKey } = {}): Promise<Admission> {
  const city = await cityOf(house.db)
  const office = city.offices.find(each => each.id === walkIn.officeId)
  if (!office) throw new NotFound('office')
  if (!city.services.some(each => each.id === walkIn.serviceId)) throw new NotFound('service')
  const now = house.clock.now(office.timeZone)
  const day = { officeId: office.id, date: now.date }

  const answer = await onDayIfNeeded<Admission>(house, day, async (open, unturned) => {
    const earlier = once && (await askedUnder(open.trx, once.key))
    if (earlier && earlier.fingerprint !== once.fingerprint) throw new KeyReused()
    const ticket = earlier && (await ticketOf(open.trx, open.turned, earlier.booking.number))
    if (earlier && ticket) return unturned({ kind: 'admitted', visit: { booking: earlier.booking, ticket } })

    const wanted = visitOnTheSpot(open.city, walkIn)
    const seat = soonestSeat(open.city, open.day, wanted, nowAt(open))
    if (!seat.placed) return unturned({ kind: 'later', refusal: seat.refusal, alternatives: [] })
    const visit = await admit(open, { ...walkIn, party: wanted.party }, seat)
    if (once) await insertKey(open.trx, once, visit.booking.number, visit.booking.createdAt)
    return { kind: 'admitted', visit }
  })
  if (answer.kind === 'admitted') return answer
  const asked = { ...walkIn, ...day, start: now.minute }
  return { ...answer, alternatives: await nearestTimes(house, asked) }
}

async function admit(open: OpenDay, walkIn: WalkIn, seat: Parameters<typeof newBooking>[3]): Promise<Attending> {
  const request = { ...walkIn, date: open.turned.date, start: seat.start }
  const draft = newBooking(open.house, request, { language: walkIn.language }, seat, { status: 'booked' })
  const booking = await takePlace(open, { ...draft, status: 'arrived' })
  return writeAdmission(open, booking)
}
