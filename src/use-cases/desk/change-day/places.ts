import { addDays, minutesBetween, type Moment } from '../../../domain/calendar.ts'
import type { City } from '../../../domain/city.ts'
import { byCodeUnit } from '../../../domain/text-order.ts'
import type { Booking } from '../../../domain/booking/booking.ts'
import type { Refusal } from '../../../domain/booking/refusal.ts'
import { isAtDesk } from '../../../domain/booking/transitions.ts'
import { withBooking, type Day } from '../../../domain/capacity/day.ts'
import { freeTimes } from '../../../domain/capacity/free-times.ts'
import { place } from '../../../domain/capacity/placement.ts'
import { rePlacements } from '../../../domain/capacity/re-placement.ts'
import type { BookingRecord } from '../../../repositories/bookings.ts'
import { keyOf, type DayKey } from '../../../repositories/change-day.ts'
import { daysOf } from '../../../repositories/days.ts'
import type { House } from '../../house.ts'
import { officesDoing } from '../../resident/offers-of.ts'
import { visitOnTheSpot } from '../soonest-seat.ts'
import type { DisplacedVisit, Looking, ProposedPlace, Unfit } from './proposal.ts'

/** Places are looked for on the day itself and on so many days after it. */
const daysToLookAhead = 7
const mostNear = 3

/** What is looked at: the changed day as it would be, and who must go somewhere. */
export interface Displacing {
  readonly city: City
  readonly now: Moment
  /** The changed day with everybody who stays. */
  readonly staying: Day
  readonly displaced: readonly { readonly booking: BookingRecord; readonly refusal: Refusal }[]
}

/**
 * Where everybody who is displaced could go. Whoever is kept and whose move fits takes that place first; the others are
 * proposed the nearest that is left, in the order in which they were booked.
 */
export async function placesFor(house: House, displacing: Displacing, looking: Looking): Promise<DisplacedVisit[]> {
  const { city, now, staying, displaced } = displacing
  const days = await daysToChooseFrom(house, displacing, looking)
  const settled = settle(displacing, looking, days)
  const own = [...days.values()]
    .filter(({ plan }) => plan.officeId === staying.plan.officeId && isNear(staying, plan))
    .sort((one, other) => byCodeUnit(one.plan.date, other.plan.date))
  const open = displaced.filter(({ booking }) => settled.get(booking.number)?.place === undefined).map(({ booking }) => booking)
  const proposals = await proposalsFor(house, displacing, open, own)
  return displaced.map(({ booking, refusal }): DisplacedVisit => {
    const { place: taken, unfit } = settled.get(booking.number) ?? {}
    const proposal = taken ?? proposals.get(booking.number)
    const date = looking.lookAt?.get(booking.number)
    const asked = date === undefined ? undefined : days.get(keyOf({ officeId: staying.plan.officeId, date }))
    return {
      ...{ booking, refusal },
      ...(proposal && { proposal }),
      ...(unfit && { unfit, near: nearest(city, booking, hasTicket(booking) ? [own[0] as Day] : own, now) }),
      ...(asked && { times: { date: asked.plan.date, starts: withOwn(startsOn(city, booking, asked, now), asked, taken) } }),
    }
  })
}

/** The changed day, the days after it, and every day that a decision or a question names. */
async function daysToChooseFrom(house: House, { city, staying }: Displacing, looking: Looking): Promise<Map<string, Day>> {
  const { officeId, date } = staying.plan
  const moves = [...(looking.decisions?.values() ?? [])].flatMap(decision => (decision.kind === 'move' ? [decision.to] : []))
  const asked: DayKey[] = [...(looking.lookAt?.values() ?? [])].map(each => ({ officeId, date: each }))
  const known = new Map<string, Day>()
  for (const [key, { day }] of await daysOf(house.db, city, [officeId], date, addDays(date, daysToLookAhead))) known.set(key, day)
  for (const key of [...moves, ...asked].filter(each => city.offices.some(office => office.id === each.officeId)))
    for (const [name, { day }] of await daysOf(house.db, city, [key.officeId], key.date, key.date)) known.set(name, day)
  return known.set(keyOf(staying.plan), staying)
}

type Settled = ReadonlyMap<number, { readonly place?: ProposedPlace; readonly unfit?: Unfit }>

/** Lets decisions take their places in the days, those kept first, as publishing does. */
function settle({ city, now, staying, displaced }: Displacing, { decisions }: Looking, days: Map<string, Day>): Settled {
  const own = keyOf(staying.plan)
  const settled = new Map<number, { place?: ProposedPlace; unfit?: Unfit }>()
  const take = (key: string, booking: Booking) => {
    const day = days.get(key) as Day
    days.set(key, withBooking(day, booking, day.page))
  }
  for (const { booking } of displaced) if (decisions?.get(booking.number)?.kind === 'keep') take(own, booking)
  for (const { booking } of displaced) {
    const decision = decisions?.get(booking.number)
    if (decision?.kind === 'call-off' && isAtDesk(booking.status)) settled.set(booking.number, { unfit: 'at-desk' })
    if (decision?.kind !== 'move') continue
    const { to } = decision
    const day = days.get(keyOf(to))
    if (hasTicket(booking) && keyOf(to) !== own) settled.set(booking.number, { unfit: 'has-ticket' })
    if (!day || settled.has(booking.number)) continue
    const placement = place(day, visitFor(city, booking), to.start, now)
    if (!placement.placed) {
      settled.set(booking.number, { unfit: placement.refusal })
      continue
    }
    const { placed: _, ...seat } = placement
    take(keyOf(to), { ...booking, ...seat, officeId: to.officeId, date: to.date })
    settled.set(booking.number, { place: to })
  }
  return settled
}

/** At the same office first; whoever finds nothing there is offered the others. Who has a ticket stays on the day. */
async function proposalsFor(
  house: House,
  { city, now }: Displacing,
  bookings: readonly BookingRecord[],
  own: readonly Day[],
): Promise<Map<number, ProposedPlace>> {
  const visitOf = (booking: { number: number }) =>
    visitFor(city, bookings.find(each => each.number === booking.number) as BookingRecord)
  const here = rePlacements(bookings.filter(hasTicket), own.slice(0, 1), visitOf, now)
  const first = here.reduce((day, { proposal }) => (proposal ? withBooking(day, proposal, day.page) : day), own[0] as Day)
  const coming = rePlacements(
    bookings.filter(each => !hasTicket(each)),
    [first, ...own.slice(1)],
    visitOf,
    now,
  )
  const without = coming.filter(({ proposal }) => !proposal).map(({ booking }) => booking as BookingRecord)
  const elsewhere = await otherOffices(house, city, without, own)
  const further = elsewhere.length > 0 ? rePlacements(without, elsewhere, visitOf, now) : []
  return new Map(
    [...here, ...coming, ...further].flatMap(({ booking, proposal }) =>
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

/** The nearest free times, nearest first. */
function nearest(city: City, booking: BookingRecord, days: readonly Day[], now: Moment): ProposedPlace[] {
  const distance = ({ date, start }: ProposedPlace) => Math.abs(minutesBetween(momentOf(booking), momentOf({ date, start })))
  return days
    .flatMap(day => startsOn(city, booking, day, now).map(start => ({ officeId: day.plan.officeId, date: day.plan.date, start })))
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, mostNear)
}

function startsOn(city: City, booking: BookingRecord, day: Day, now: Moment): number[] {
  return freeTimes(day, visitFor(city, booking), now).times.map(({ start }) => start)
}

/** The place that a visit has taken itself is one of those it may choose. */
function withOwn(starts: readonly number[], { plan }: Day, taken: ProposedPlace | undefined): number[] {
  const isHere = taken?.officeId === plan.officeId && taken.date === plan.date
  return isHere ? [...starts, taken.start].sort((one, other) => one - other) : [...starts]
}

function momentOf({ date, start }: Pick<ProposedPlace, 'date' | 'start'>): Moment {
  return { date, minute: start }
}

function isNear({ plan }: Day, { date }: Day['plan']): boolean {
  return date >= plan.date && date <= addDays(plan.date, daysToLookAhead)
}

function visitFor(city: City, booking: BookingRecord) {
  return visitOnTheSpot(city, { ...booking, channel: 'phone' })
}

/** Whoever is at the office has a ticket of this day. */
function hasTicket({ status }: Booking): boolean {
  return status !== 'booked'
}
