import type { Knex } from 'knex'
import type { Minute, Moment } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import type { Booking } from '../../domain/booking/booking.ts'
import type { Day } from '../../domain/capacity/day.ts'
import type { Device } from '../../domain/entrance/device.ts'
import type { AtDoor, Door, DoorVisit } from '../../domain/queue/door.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { keyOf, type DayKey } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import { devicesInUse } from '../../repositories/devices.ts'
import { doorParties, type DoorParty } from '../../repositories/door-parties.ts'
import { headCount } from '../../repositories/head-counts.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** Where a guard stands, and by what they speak to us. */
export type DoorPlace = Pick<Device, 'officeId' | 'entrance' | 'number'> & Partial<Pick<Device, 'zoneId'>>

/** What changes seldom at a door: read before the count is locked. */
export interface DoorSetting {
  readonly city: City
  readonly key: DayKey
  readonly day: Day
  /** Equal labels mean equal days. */
  readonly label: string
  readonly now: Moment
  readonly timeZone: string
  readonly door: Door
  readonly doors: readonly Door[]
}

/** What is known at a door now, and the parties that are known to be at the office. */
export interface DoorNow {
  readonly at: AtDoor
  readonly parties: ReadonlyMap<number, DoorParty>
}

/** The office, the day, the plan and the doors, today. @throws {NotFound} if there is no such office any more */
export async function doorSetting(house: House, place: DoorPlace): Promise<DoorSetting> {
  const city = await cityOf(house.db)
  const office = city.offices.find(each => each.id === place.officeId)
  if (!office) throw new NotFound('office')
  const now = house.clock.now(office.timeZone)
  const key = { officeId: office.id, date: now.date }
  const days = await daysOf(house.db, city, [office.id], now.date, now.date)
  const { day, label } = days.get(keyOf(key)) as DayAsOf
  const guards = await devicesInUse(house.db, office.id, ['guard', 'scanner'])
  return { city, key, day, label, now, timeZone: office.timeZone, door: doorOf(place), doors: guards.map(doorOf) }
}

/** Who is where now; within a change of the count, or before it. */
export async function doorNow(db: Knex, setting: DoorSetting): Promise<DoorNow> {
  const { city, key, day, now, door, doors } = setting
  const heads = await headCount(db, key)
  const parties = new Map((await doorParties(db, key)).map(party => [party.bookingNumber, party]))
  const inside = new Set([...parties.values()].filter(each => each.weights.length > 0).map(each => each.bookingNumber))
  const promised = day.bookings.flatMap(booking => doorVisitOf(city, booking))
  return { at: { plan: day.plan, now, heads, inside, promised, door, doors }, parties }
}

/** A booking as a guard meets it; none where its desk is known no more. */
export function doorVisitOf(city: City, booking: Booking, ticket?: Ticket): DoorVisit[] {
  const called = booking.status === 'called' || booking.status === 'serving'
  const deskId = called ? (ticket?.deskId ?? booking.deskId) : booking.deskId
  const desk = city.desks.find(each => each.id === deskId)
  const onTheSpot = booking.channel === 'walk-in' || booking.channel === 'kiosk'
  const standby = ticket ? ticket.bookedStart === undefined : onTheSpot
  const { number, officeId, date, start, status, party } = booking
  return desk ? [{ number, officeId, date, start, status, party, zoneId: desk.zoneId, standby }] : []
}

/** A minute as an instant was, on an office's date; now where it was on another. */
export function minuteOn(date: string, moment: Moment, now: Minute): Minute {
  return moment.date === date ? Math.min(moment.minute, now) : now
}

function doorOf({ entrance, zoneId }: Pick<DoorPlace, 'entrance' | 'zoneId'>): Door {
  return { entrance, ...(zoneId !== undefined && { zoneId }) }
}
