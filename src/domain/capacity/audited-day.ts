import type { Minute, OfficeDate } from '../calendar.ts'
import type { City } from '../city.ts'
import type { Booking } from '../booking/booking.ts'
import type { DayException } from './day.ts'

/** One office's day as the database has it. */
export interface AuditedDay {
  readonly city: City
  /** What the city has no longer, but bookings may still name. What was allowed there is not known any more. */
  readonly retired: Pick<City, 'zones' | 'desks'>
  readonly officeId: string
  readonly date: OfficeDate
  /** The version of the city by which the day was laid out; `undefined` where it has no sheet. */
  readonly cityVersion: number | undefined
  readonly exceptions: readonly DayException[]
  /** Every booking of the day that can be read, whatever its status. */
  readonly bookings: readonly Booking[]
  readonly unreadable: readonly UnreadableBooking[]
  /** Numbers of bookings that were made under the city in force, and of no older one. */
  readonly fresh: ReadonlySet<number>
  /** Numbers of bookings of which a desk has noted anything: undoing it may bring back what an older city gave them. */
  readonly attended: ReadonlySet<number>
  /** Whether the day was ever changed, or anybody was kept on it with a reason. */
  readonly isChanged: boolean
  readonly zoneTicks: readonly ZoneTick[]
  readonly deskTicks: readonly DeskTick[]
}

/** A booking of which a column says nothing that can be read. */
export interface UnreadableBooking {
  readonly number: number
  readonly column: string
}

/** A row of the ledger of zones; `null` is "no limit". */
export interface ZoneTick {
  readonly zoneId: string
  readonly tick: Minute
  readonly counted: number
  readonly countedLimit: number | null
  readonly bodies: number
  readonly bodiesLimit: number | null
  readonly excused: number
}

/** A row of the ledger of desks: one per staffed tick. */
export interface DeskTick {
  readonly deskId: string
  readonly tick: Minute
  readonly bookingNumber: number | null
}

/** The bookings that hold a desk and places in zones. */
export function holdingPlaces<B extends Booking>(bookings: readonly B[]): B[] {
  return bookings.filter(({ status }) => !['no-show', 'cancelled', 'expired', 'displaced'].includes(status))
}

/**
 * Whether a day was laid out by the city that is in force. Days that are over when a city is loaded stay as they were;
 * what the city said before is not kept, so little can be demanded of them.
 */
export function isOfThisCity({ city, cityVersion = city.version }: Pick<AuditedDay, 'city' | 'cityVersion'>): boolean {
  return cityVersion === city.version
}
