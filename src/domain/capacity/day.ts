import { handOnOccupancy } from './occupancy.ts'
import type { Channel, Zone } from '../city.ts'
import type { Minute, OfficeDate, Span } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { ProtectedGroup } from './occupancy-rule.ts'

/** A desk, staffed on one date for one stretch. */
export interface Shift {
  readonly deskId: string
  readonly span: Span
  readonly channels: readonly Channel[]
  /** Its places open to all channels so many hours before their start. Absent: never. */
  readonly opensToAllHoursBefore?: number
}

/** A change of one day that the roster does not know: an absence, a late opening, a closure, an airing. */
export type DayException =
  | { readonly kind: 'desk-unstaffed'; readonly deskId: string; readonly span: Span }
  | { readonly kind: 'desk-staffed'; readonly shift: Shift }
  | { readonly kind: 'zone-closed'; readonly zoneId: string; readonly span: Span }
  | { readonly kind: 'office-closed'; readonly span: Span }

/** The most persons in one zone, tick by tick. Arrays have one entry per tick of the day. */
export interface ZoneLimits {
  readonly zone: Zone
  /** Sanitary limit per tick in counted persons; `unlimited` where no rule counts heads. */
  readonly counted: Int32Array
  /** Id of the binding rule per tick; `undefined` where no rule counts heads. */
  readonly bindingRuleIds: readonly (string | undefined)[]
  /** Physical limit per tick in bodies; `unlimited` where the fire capacity is unknown. */
  readonly bodies: Int32Array
  /** Kinds of companions that every head-count rule in force here exempts, each with the most that are exempt. */
  readonly exempt: ReadonlyMap<string, number>
}

/** Stands for "no limit" in the arrays of limits. */
export const unlimited = 2_147_483_647

/** What one office may promise on one date, before anything is booked. */
export interface DayPlan {
  readonly officeId: string
  readonly date: OfficeDate
  /** When the office is open; empty when it is closed. */
  readonly hours: readonly Span[]
  /** Root first, each zone after its parent. */
  readonly zones: readonly ZoneLimits[]
  readonly shifts: readonly Shift[]
  readonly earlyEntryMinutes: number
  readonly latestAfterMinutes: number
  readonly leavingMinutes: number
  readonly turnoverMinutes: number
  readonly dwellCapMinutes: number | undefined
  /** Services served in person on this date; `undefined`: every one. */
  readonly servicesOnly: ReadonlySet<string> | undefined
  readonly appointmentOnly: boolean
  readonly arrivals: readonly { readonly ruleId: string; readonly atMost: number; readonly perMinutes: number }[]
  readonly protectedHours: readonly ProtectedHours[]
  /** Stretches in which no visit may start, by zone. */
  readonly airing: ReadonlyMap<string, readonly Span[]>
  /** Zones closed by a rule (on them or on a zone around them), each with the services that it excepts. */
  readonly closures: ReadonlyMap<string, ReadonlySet<string>>
}

export interface ProtectedHours {
  readonly span: Span
  readonly group: ProtectedGroup
  readonly opensToAllHoursBefore: number
}

/** One office's day as it stands: the plan, and every booking that holds a place in it. */
export interface Day {
  readonly plan: DayPlan
  /** The day sheet's page this state is of. */
  readonly page: number
  readonly bookings: readonly Booking[]
}

/** Where and when a booked party is in the building: one stretch per zone, half-open. */
export interface Stay {
  readonly zoneId: string
  readonly from: Minute
  readonly to: Minute
  /** Persons that count against the sanitary limit. */
  readonly counted: number
  /** Persons that count against the physical limit. */
  readonly bodies: number
}

/** A day with one booking more, as of a new page. */
export function withBooking(day: Day, booking: Booking, page: number): Day {
  const after = { plan: day.plan, page, bookings: [...day.bookings, booking] }
  handOnOccupancy(day, after, booking, 1)
  return after
}

/** A day without the booking of that number, as of a new page; only the page changes if it has none. */
export function withoutBooking(day: Day, bookingNumber: number, page: number): Day {
  const gone = day.bookings.find(booking => booking.number === bookingNumber)
  if (!gone) return onPage(day, page)

  const after = { plan: day.plan, page, bookings: day.bookings.filter(booking => booking !== gone) }
  handOnOccupancy(day, after, gone, -1)
  return after
}

/** The same day as of another page. */
export function onPage(day: Day, page: number): Day {
  if (day.page === page) return day
  const after = { ...day, page }
  handOnOccupancy(day, after)
  return after
}
