import type { Knex } from 'knex'
import type { Minute, Moment } from '../../domain/calendar.ts'
import type { City, Office } from '../../domain/city.ts'
import type { Booking } from '../../domain/booking/booking.ts'
import { isAtDesk } from '../../domain/booking/transitions.ts'
import type { Day } from '../../domain/capacity/day.ts'
import type { Device } from '../../domain/entrance/device.ts'
import type { AtDoor, Door, DoorVisit } from '../../domain/queue/door.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { withId } from '../../domain/with-id.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { doorDay, type DoorDay } from '../../repositories/change-door.ts'
import { cityOf, lastCityOf } from '../../repositories/city.ts'
import { dayOfPage } from '../../repositories/days.ts'
import { devicesInUse } from '../../repositories/devices.ts'
import { doorParties, type DoorParty } from '../../repositories/door-parties.ts'
import { headCount } from '../../repositories/head-counts.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'
import { planAtDoor } from './plan-at-door.ts'

/** Where a guard stands, and by what they speak to us. */
export type DoorPlace = Pick<Device, 'officeId' | 'entrance' | 'number'> & Partial<Pick<Device, 'zoneId'>>

/** What changes seldom at a door. */
export interface DoorSetting {
  readonly city: City
  readonly key: DayKey
  readonly day: Day
  /** Equal labels mean equal days. */
  readonly label: string
  /** Of the count: grows with each change. */
  readonly turn: number
  /** The hourly maxima are complete up to this minute; 0: nothing was counted yet. */
  readonly countedTo: Minute
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

/** The office's today at a door, and the city as this process knows it. @throws {NotFound} if there is no such office any more */
export async function doorKey(
  house: House,
  place: DoorPlace,
): Promise<{ city: City; key: DayKey; now: Moment; timeZone: string }> {
  const last = await lastCityOf(house.db)
  const city = officeIn(last, place) ? last : await cityOf(house.db)
  const office = officeIn(city, place)
  if (!office) throw new NotFound('office')
  const now = house.clock.now(office.timeZone)
  return { city, key: { officeId: office.id, date: now.date }, now, timeZone: office.timeZone }
}

/** The office, the day, the plan and the doors, today; one small query if nothing has changed. @throws {NotFound} */
export async function doorSetting(house: House, place: DoorPlace): Promise<DoorSetting> {
  const { key } = await doorKey(house, place)
  return settingOn(house, house.db, place, await doorDay(house.db, key))
}

/** The same once the count's day was read or turned. @throws {NotFound} */
export async function settingOn(house: House, db: Knex, place: DoorPlace, today: DoorDay): Promise<DoorSetting> {
  const known = await doorKey({ ...house, db }, place)
  const city = known.city.version === today.newestCity ? known.city : await cityOf(db)
  return settingOf(house, db, place, { today, city, ...(await dayOfPage(db, city, today)) })
}

/** The same where the day is open already. @throws {NotFound} */
export async function settingOf(
  house: House,
  db: Knex,
  place: DoorPlace,
  { today, city, day, label }: { today: DoorDay; city: City; day: Day; label: string },
): Promise<DoorSetting> {
  const { now, timeZone } = await doorKey({ ...house, db }, place)
  const { officeId, date, turn, countedTo } = today
  // Where else to go is told at doors that lead to a part of the building only.
  const guards = place.zoneId === undefined ? [] : await devicesInUse(db, officeId, ['guard', 'scanner'])
  const doors = guards.map(doorOf)
  return { city, key: { officeId, date }, day, label, turn, countedTo, now, timeZone, door: doorOf(place), doors }
}

/** Who is where now; within a change of the count, or before it. */
export async function doorNow(db: Knex, setting: DoorSetting): Promise<DoorNow> {
  const { city, key, day, countedTo, now, door, doors } = setting
  const heads = await headCount(db, key)
  const parties = new Map((await doorParties(db, key)).map(party => [party.bookingNumber, party]))
  const inside = new Set([...parties.values()].filter(each => each.weights.length > 0).map(each => each.bookingNumber))
  const promised = promisedOf(city, day)
  const stretch = { from: countedTo === 0 ? now.minute : Math.min(countedTo, now.minute), to: now.minute }
  const plan = await planAtDoor(db, { city, key, day, ...stretch })
  return { at: { plan, now, heads, inside, promised, door, doors }, parties }
}

/** A booking as a guard meets it; none where its desk is known no more. */
export function doorVisitOf(city: City, booking: Booking, ticket?: Ticket): DoorVisit[] {
  const deskId = isAtDesk(booking.status) ? (ticket?.deskId ?? booking.deskId) : booking.deskId
  const desk = withId(city.desks, deskId)
  const onTheSpot = booking.channel === 'walk-in' || booking.channel === 'kiosk'
  const standby = ticket ? ticket.bookedStart === undefined : onTheSpot
  const { number, officeId, date, start, status, party } = booking
  return desk ? [{ number, officeId, date, start, status, party, zoneId: desk.zoneId, standby }] : []
}

const promisedBefore = new WeakMap<Day, DoorVisit[]>()

/** The same of a whole day, once for each page of it. */
function promisedOf(city: City, day: Day): DoorVisit[] {
  const known = promisedBefore.get(day)
  if (known) return known
  const visits = day.bookings.flatMap(booking => doorVisitOf(city, booking))
  promisedBefore.set(day, visits)
  return visits
}

/** A minute as an instant was, on an office's date; now where it was on another. */
export function minuteOn(date: string, moment: Moment, now: Minute): Minute {
  return moment.date === date ? Math.min(moment.minute, now) : now
}

function officeIn({ offices }: City, { officeId }: DoorPlace): Office | undefined {
  return offices.find(each => each.id === officeId)
}

function doorOf({ entrance, zoneId }: Pick<DoorPlace, 'entrance' | 'zoneId'>): Door {
  return { entrance, ...(zoneId !== undefined && { zoneId }) }
}
