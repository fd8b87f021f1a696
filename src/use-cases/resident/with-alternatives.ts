import { addDays, minutesBetween } from '../../domain/calendar.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import { BookingRefused, type Alternative } from '../errors.ts'
import type { House } from '../house.ts'
import { offersOf } from './offers-of.ts'

const mostAlternatives = 5
const daysToLookAhead = 14

/** Reasons that no other time would cure. */
const hopeless = new Set(['party-too-large', 'contact-limit', 'no-appointment-needed'])

/** Lets a refusal come back with the nearest times that are free. */
export async function withAlternatives<T>(house: House, request: VisitRequest, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof BookingRefused) || hopeless.has(error.refusal.reason)) throw error
    throw new BookingRefused(error.refusal, await nearestTimes(house, request))
  }
}

/** Free starts nearest to the one asked for: at the same office, then, if it has none, at any other. */
export async function nearestTimes(house: House, request: VisitRequest): Promise<Alternative[]> {
  const near = await freeNear(house, request, [request.officeId])
  return near.length > 0 ? near : freeNear(house, request, undefined)
}

async function freeNear(house: House, request: VisitRequest, officeIds: string[] | undefined): Promise<Alternative[]> {
  const offers = await offersOf(house, {
    ...request,
    ...(officeIds && { officeIds }),
    from: addDays(request.date, -2),
    to: addDays(request.date, daysToLookAhead),
  })
  const free = offers.offices.flatMap(({ officeId, days }) =>
    days.flatMap(({ date, times }) => times.map(({ start }) => ({ officeId, date, start }))),
  )
  const asked = { date: request.date, minute: request.start }
  return free
    .map(time => ({ time, distance: Math.abs(minutesBetween(asked, { date: time.date, minute: time.start })) }))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostAlternatives)
    .map(({ time }) => time)
}
