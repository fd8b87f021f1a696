import type { City } from '../../domain/city.ts'
import { isAtDesk } from '../../domain/booking/transitions.ts'
import type { Day, DayPlan } from '../../domain/capacity/day.ts'
import { displacementOf } from '../../domain/capacity/displacement.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { cityWithRetired } from '../../repositories/city-with-retired.ts'
import { visitIn, visitTexts } from '../../repositories/day-visits.ts'
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

/** Rows by the text of their visit, as they were read last: whoever has not changed since has the same row again. */
const rowsByPlan = new WeakMap<DayPlan, ReadonlyMap<string, DeskRow>>()

/** Plans that once had a place for everybody: whoever came in since was placed by them. */
const roomyPlans = new WeakSet<DayPlan>()

const ranksByCity = new WeakMap<City, ReadonlyMap<string, number>>()

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
  const rows = withUnfit(day, rowsOf(await cityWithRetired(house.db, city), day.plan, await visitTexts(house.db, key)))
  return {
    rows,
    breaks: await breaksOf(house, day),
    limits: limitsByHour(day),
    busy: busyDesks(rows),
    zonesAround: zonesAroundOf(day),
  }
}

/** Rows, with what a change of the city has left no place for; whoever was kept with a reason, or has come, needs no decision. */
function withUnfit(day: Day, rows: readonly DeskRow[]): readonly DeskRow[] {
  if (roomyPlans.has(day.plan)) return rows
  const kept = new Set(rows.filter(row => row.excused !== undefined).map(row => row.bookingNumber))
  const { displaced } = displacementOf({ ...day, bookings: day.bookings.filter(({ number }) => !kept.has(number)) })
  const refusals = new Map(displaced.map(({ booking, refusal }) => [booking.number, refusal]))
  if (refusals.size === 0) roomyPlans.add(day.plan)
  return rows.map(row => {
    const unfit = row.status === 'booked' ? refusals.get(row.bookingNumber) : undefined
    return unfit ? { ...row, unfit } : row
  })
}

/** By start, then by the label of the desk. */
function rowsOf(city: City, plan: DayPlan, texts: readonly string[]): DeskRow[] {
  const before = rowsByPlan.get(plan)
  const byText = new Map(texts.map(text => [text, before?.get(text) ?? deskRow(city, plan, visitIn(text))]))
  rowsByPlan.set(plan, byText)
  const ranks = ranksOf(city)
  const rankOf = (row: DeskRow) => ranks.get(row.deskId) ?? -1
  return [...byText.values()].sort(
    (one, other) => one.start - other.start || rankOf(one) - rankOf(other) || one.bookingNumber - other.bookingNumber,
  )
}

/** By desk: the place of its label among all labels; equal labels share one. */
function ranksOf(city: City): ReadonlyMap<string, number> {
  const known = ranksByCity.get(city)
  if (known) return known
  const { compare } = new Intl.Collator('pl', { numeric: true })
  const labels = [...new Set(city.desks.map(desk => desk.label))].sort(compare)
  const places = new Map(labels.map((label, place) => [label, place]))
  const ranks = new Map(city.desks.map(desk => [desk.id, places.get(desk.label) ?? -1]))
  ranksByCity.set(city, ranks)
  return ranks
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
  const busy = rows.filter(row => isAtDesk(row.status))
  return new Map(busy.flatMap(row => (row.ticket?.deskId === undefined ? [] : [[row.ticket.deskId, row.bookingNumber]])))
}
