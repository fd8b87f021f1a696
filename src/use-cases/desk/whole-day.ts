import type { City } from '../../domain/city.ts'
import type { Day } from '../../domain/capacity/day.ts'
import { bookingsOfDay } from '../../repositories/bookings.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { keptBookings } from '../../repositories/kept-bookings.ts'
import { lateNotesOfDay } from '../../repositories/late-notes.ts'
import { ticketsOfDay } from '../../repositories/tickets.ts'
import type { House } from '../house.ts'
import { breaksOf, type Break } from './breaks-of.ts'
import { deskRow, type DeskRow } from './desk-row.ts'
import { limitsByHour, type ZoneHours } from './limits-by-hour.ts'

/** What the schedule of a whole office shows, as long as the day's page is not turned. */
export interface WholeDay {
  readonly rows: readonly DeskRow[]
  readonly breaks: readonly Break[]
  readonly limits: readonly ZoneHours[]
  readonly busy: ReadonlyMap<string, number>
  /** By zone: itself and every zone around it. */
  readonly zonesAround: ReadonlyMap<string, readonly string[]>
}

const remembrance = new WeakMap<Day, Promise<WholeDay>>()

/** Reads a day whole, once a page: the value of the day stands for it. */
export function wholeDay(house: House, city: City, key: DayKey, day: Day): Promise<WholeDay> {
  const known = remembrance.get(day)
  if (known) return known
  const read = readWhole(house, city, key, day)
  remembrance.set(day, read)
  read.catch(() => remembrance.delete(day))
  return read
}

async function readWhole(house: House, city: City, key: DayKey, day: Day): Promise<WholeDay> {
  const bookings = await bookingsOfDay(house.db, key)
  const tickets = new Map((await ticketsOfDay(house.db, key)).map(ticket => [ticket.bookingNumber, ticket]))
  const kept = await keptBookings(house.db, key)
  const late = await lateNotesOfDay(house.db, key)
  const rows = bookings
    .filter(({ status, number }) => status !== 'expired' && (status !== 'cancelled' || tickets.has(number)))
    .map(booking =>
      deskRow(city, day.plan, booking, tickets.get(booking.number), kept.get(booking.number), late.get(booking.number)),
    )
    .sort(
      (one, other) => one.start - other.start || labelOf(city, one).localeCompare(labelOf(city, other), 'pl', { numeric: true }),
    )
  return {
    rows,
    breaks: await breaksOf(house, day),
    limits: limitsByHour(day),
    busy: busyDesks(rows),
    zonesAround: zonesAroundOf(day),
  }
}

function labelOf(city: City, row: DeskRow): string {
  return city.desks.find(desk => desk.id === row.deskId)?.label ?? ''
}

function zonesAroundOf(day: Day): Map<string, string[]> {
  const around = new Map<string, string[]>()
  for (const { zone } of day.plan.zones) {
    const waiting = zone.waitingZoneId === undefined ? [] : [zone.waitingZoneId]
    around.set(zone.id, [zone.id, ...waiting, ...(around.get(zone.parentId ?? '') ?? [])])
  }
  return around
}

/** By desk: the number of the booking that it has called or serves. */
function busyDesks(rows: readonly DeskRow[]): Map<string, number> {
  const busy = rows.filter(row => row.status === 'called' || row.status === 'serving')
  return new Map(busy.flatMap(row => (row.ticket?.deskId === undefined ? [] : [[row.ticket.deskId, row.bookingNumber]])))
}
