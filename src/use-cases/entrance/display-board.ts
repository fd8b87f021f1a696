import type { Moment } from '../../domain/calendar.ts'
import type { City, Desk, Office, Zone } from '../../domain/city.ts'
import type { Device } from '../../domain/entrance/device.ts'
import { cityOf } from '../../repositories/city.ts'
import { ticketsOfDay } from '../../repositories/tickets.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** A number that was called. */
export interface CalledNumber {
  readonly code: string
  readonly desk: Desk
  readonly zone: Zone
  /** UTC instant of the last call. */
  readonly at: string
  /** How often it was called; with the code and the desk it tells one call from every other. */
  readonly calls: number
}

/** What a display shows. */
export interface DisplayBoard {
  readonly city: City
  readonly office: Office
  readonly now: Moment
  /** The floor on which the display hangs. */
  readonly floor: number
  /** Newest first; none older than a while. */
  readonly called: readonly CalledNumber[]
}

const mostCalled = 6

/** The numbers called last at an office today, and where they go. Never a name. @throws {NotFound} if the office is gone */
export async function displayBoard(house: House, display: Pick<Device, 'officeId' | 'zoneId'>): Promise<DisplayBoard> {
  const city = await cityOf(house.db)
  const office = city.offices.find(each => each.id === display.officeId)
  if (!office) throw new NotFound('office')
  const now = house.clock.now(office.timeZone)
  const tickets = await ticketsOfDay(house.db, { officeId: office.id, date: now.date })
  const called = tickets.flatMap(({ code, deskId, lastCalledAt: at, calls }) => {
    const desk = city.desks.find(each => each.id === deskId)
    const zone = city.zones.find(each => each.id === desk?.zoneId)
    return at !== undefined && desk && zone ? [{ code, desk, zone, at, calls }] : []
  })
  const newestFirst = called.toSorted((one, other) => (one.at < other.at ? 1 : -1))
  const floor = city.zones.find(each => each.id === display.zoneId)?.floor ?? 0
  return { city, office, now, floor, called: newestFirst.slice(0, mostCalled) }
}
