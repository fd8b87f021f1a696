import { minutesBetween } from '../calendar.ts'
import { withBooking } from './day.ts'
import { freeTimes } from './free-times.ts'
import { place } from './placement.ts'
import type { Minute, Moment } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { Day } from './day.ts'
import type { Visit } from './visit.ts'

/** Where a displaced booking could go: the booking as it would be, or `undefined` if none of the days has room. */
export interface RePlacement {
  readonly booking: Booking
  readonly proposal: Booking | undefined
}

/**
 * A new place for each displaced booking: its own office at the nearest time, else another office at the nearest.
 * Each proposal satisfies every limit, those made before it included.
 *
 * @param displaced  in the order in which they may choose
 * @param days       the days to choose from, of any office and date, as they stand without the displaced
 * @param visitFor   what each booking asks for, as somebody at the office may book it
 */
export function rePlacements(
  displaced: readonly Booking[],
  days: readonly Day[],
  visitFor: (booking: Booking) => Visit,
  now: Moment,
): RePlacement[] {
  const current = [...days]
  return displaced.map(booking => {
    const visit = visitFor(booking)
    const proposal = nearest(booking, current, visit, now)
    const at = current.findIndex(({ plan }) => plan.officeId === proposal?.officeId && plan.date === proposal.date)
    const day = current[at]
    if (day && proposal) current[at] = withBooking(day, proposal, day.page)
    return { booking, proposal }
  })
}

function nearest(booking: Booking, days: readonly Day[], visit: Visit, now: Moment): Booking | undefined {
  const starts = days.flatMap(day => freeTimes(day, visit, now).times.map(({ start }) => ({ day, start })))
  const own = starts.filter(({ day }) => day.plan.officeId === booking.officeId)
  const from = own.length > 0 ? own : starts
  const distance = (one: { day: Day; start: Minute }) =>
    Math.abs(minutesBetween({ date: booking.date, minute: booking.start }, { date: one.day.plan.date, minute: one.start }))
  const best = from.reduce<(typeof from)[number] | undefined>(
    (least, next) => (least && distance(least) <= distance(next) ? least : next),
    undefined,
  )
  return best && placedAt(booking, best.day, best.start, visit, now)
}

function placedAt(booking: Booking, day: Day, start: Minute, visit: Visit, now: Moment): Booking | undefined {
  const placement = place(day, visit, start, now)
  if (!placement.placed) return undefined
  const { deskId, end, deskUntil, presence } = placement
  return { ...booking, officeId: day.plan.officeId, date: day.plan.date, deskId, start, end, deskUntil, presence }
}
