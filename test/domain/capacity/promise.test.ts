import assert from 'node:assert/strict'
import fc from 'fast-check'
import { audit } from '../../../src/domain/capacity/audit.ts'
import { withBooking, withoutBooking } from '../../../src/domain/capacity/day.ts'
import { freeTimes } from '../../../src/domain/capacity/free-times.ts'
import { occupancyOf } from '../../../src/domain/capacity/occupancy.ts'
import { place } from '../../../src/domain/capacity/placement.ts'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { visitOf } from '../../../src/domain/capacity/visit.ts'
import { aBooking } from '../../support/builders.ts'
import { isFree } from './brute-force.ts'
import { auditedDayOf } from './ledger-of.ts'
import { anyMoment, anyRequest, anyWorld } from './random-city.ts'
import type { Booking, VisitRequest } from '../../../src/domain/booking/booking.ts'
import type { Moment } from '../../../src/domain/calendar.ts'
import type { Day } from '../../../src/domain/capacity/day.ts'
import type { World } from './brute-force.ts'

const runs = 80
const everyStart = Array.from({ length: 29 }, (_, i) => 470 + i * 5)

/** What happens on a day, one thing after another: a booking, a cancellation or a move of the n-th booking. */
type Event = { readonly request: VisitRequest; readonly replaces?: number } | { readonly cancels: number }
const anyEvents = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ request: anyRequest }) },
    { weight: 1, arbitrary: fc.record({ request: anyRequest, replaces: fc.nat(10) }) },
    { weight: 1, arbitrary: fc.record({ cancels: fc.nat(10) }) },
  ),
  { maxLength: 14 },
) as fc.Arbitrary<Event[]>

describe('the promise', () => {
  it('no zone is above its limit in any minute and no desk is promised twice, whatever is booked, moved or cancelled', () => {
    fc.assert(
      fc.property(anyWorld, anyEvents, anyMoment, (world, events, now) => {
        const { bookings } = lived(world, events, now)
        assert.deepEqual(audit(auditedDayOf(world, bookings)), [])
      }),
      { numRuns: runs },
    )
  })

  it('a slow model that tries every desk and every minute finds the same starts free', () => {
    fc.assert(
      fc.property(anyWorld, anyEvents, anyRequest, anyMoment, (world, events, asked, now) => {
        const day = lived(world, events, now)
        const offered = freeTimes(day, visitOf(world.city, asked), now).times.map(({ start }) => start)
        const found = everyStart.filter(start => isFree(world, day.bookings, { ...asked, start }, now))
        assert.deepEqual(offered, found)
      }),
      { numRuns: runs },
    )
  })

  it('what is offered is exactly what is accepted', () => {
    fc.assert(
      fc.property(anyWorld, anyEvents, anyRequest, anyMoment, (world, events, asked, now) => {
        const day = lived(world, events, now)
        const visit = visitOf(world.city, asked)
        const free = freeTimes(day, visit, now)
        const accepted = everyStart.filter(start => place(day, visit, start, now).placed)
        assert.deepEqual(
          free.times.map(({ start }) => start),
          accepted,
        )
        assert.equal(free.refusal === undefined, free.times.length > 0)
      }),
      { numRuns: runs },
    )
  })

  it('so many places are offered as can be taken one after another, and not one more', () => {
    fc.assert(
      fc.property(anyWorld, anyEvents, anyRequest, anyMoment, (world, events, asked, now) => {
        const day = lived(world, events, now)
        const visit = visitOf(world.city, asked)
        for (const { start, places } of freeTimes(day, visit, now).times) {
          let taken = 0
          let left = day
          for (
            let next = booked(left, { ...asked, start }, world, now);
            next;
            next = booked(left, { ...asked, start }, world, now)
          ) {
            left = withBooking(left, next, left.page + 1)
            taken += 1
          }
          assert.equal(places, taken, `at ${start}`)
        }
      }),
      { numRuns: runs },
    )
  })

  it('a day that has changed booking by booking is the day computed anew', () => {
    fc.assert(
      fc.property(anyWorld, anyEvents, anyMoment, (world, events, now) => {
        const day = lived(world, events, now)
        assert.deepEqual(occupancyOf(day), occupancyOf(again(day)))
      }),
      { numRuns: runs },
    )
  })

  it('a day stays as it is when another one is made of it', () => {
    fc.assert(
      fc.property(anyWorld, anyEvents, anyEvents, anyMoment, (world, events, later, now) => {
        const day = lived(world, events, now)
        const after = lived(world, later, now, day)
        assert.deepEqual(occupancyOf(day), occupancyOf(again(day)))
        assert.deepEqual(occupancyOf(after), occupancyOf(again(after)))
      }),
      { numRuns: runs },
    )
  })

  it('the same day and wish always give the same desk', () => {
    fc.assert(
      fc.property(anyWorld, anyEvents, anyRequest, anyMoment, (world, events, asked, now) => {
        const day = lived(world, events, now)
        const shuffled = { ...day, bookings: day.bookings.toReversed() }
        const visit = visitOf(world.city, asked)
        assert.deepEqual(place(shuffled, visit, asked.start, now), place(day, visit, asked.start, now))
      }),
      { numRuns: runs },
    )
  })
})

/** The day after all that has happened on it. Each takes one of the starts that are free, if there is any. */
function lived(world: World, events: readonly Event[], now: Moment, first = emptyDay(world)): Day {
  occupancyOf(first)
  return events.reduce((day, event) => {
    if ('cancels' in event) return withoutBooking(day, event.cancels, day.page + 1)
    const without = event.replaces === undefined ? day : withoutBooking(day, event.replaces, day.page + 1)
    const { times } = freeTimes(without, visitOf(world.city, event.request), now)
    const next = booked(without, { ...event.request, start: times[event.request.start % times.length]?.start ?? 0 }, world, now)
    return next ? withBooking(without, next, day.page + 1) : day
  }, first)
}

function emptyDay(world: World): Day {
  return { plan: planOfDay(world.city, world.officeId, world.date, world.exceptions), page: 0, bookings: [] }
}

/** An equal day of which nothing has been computed yet. */
function again(day: Day): Day {
  return { ...day, bookings: [...day.bookings] }
}

function booked(day: Day, asked: VisitRequest, { city }: World, now: Moment): Booking | undefined {
  const visit = visitOf(city, asked)
  const placement = place(day, visit, asked.start, now)
  if (!placement.placed) return undefined
  const { deskId, start, end, deskUntil, presence } = placement
  const number = Math.max(-1, ...day.bookings.map(booking => booking.number)) + 1
  return aBooking({ number, serviceId: asked.serviceId, party: visit.party, deskId, start, end, deskUntil, presence })
}
