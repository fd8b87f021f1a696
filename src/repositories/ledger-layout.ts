import type { Knex } from 'knex'
import type { Booking } from '../domain/booking/booking.ts'
import { tickMinutes, ticksPerDay, type Minute, type Span } from '../domain/calendar.ts'
import { unlimited, type DayPlan } from '../domain/capacity/day.ts'
import type { DayKey } from './change-day.ts'

/**
 * Lays a day's ledger out anew from its plan and what is promised in it: one row per zone and tick, one per staffed desk
 * and tick. Where less is allowed than is promised, the difference is excused; a promised desk that is no longer staffed
 * keeps its rows, and so does a promised zone that the office has no longer: nobody else may come there.
 */
export async function layOutLedger(trx: Knex, plan: DayPlan, bookings: readonly Booking[]): Promise<void> {
  const day = { officeId: plan.officeId, date: plan.date }
  await trx('desk_ticks').where({ office_id: day.officeId, date: day.date }).delete()
  await trx('zone_ticks').where({ office_id: day.officeId, date: day.date }).delete()
  for (const zone of laidOut(plan, bookings))
    for (const run of zoneRuns(zone, spanOf(plan, bookings), bookings)) await insertZoneRun(trx, day, run)
  for (const shift of plan.shifts) await insertDeskRun(trx, day, shift.deskId, shift.span)
  for (const booking of bookings) await seat(trx, day, booking)
}

/** Notes by which city and page a day was laid out. */
export async function noteLayout(trx: Knex, day: DayKey, cityVersion: number): Promise<void> {
  await trx('day_sheets').where({ office_id: day.officeId, date: day.date }).update({ city_version: cityVersion })
}

interface ZoneRun extends Span {
  readonly zoneId: string
  readonly counted: number
  readonly countedLimit: number | null
  readonly bodies: number
  readonly bodiesLimit: number | null
}

/** The most persons in one zone per tick. */
interface Limited {
  readonly zoneId: string
  readonly counted: Int32Array
  readonly bodies: Int32Array
}

const nobody = new Int32Array(ticksPerDay)

function laidOut(plan: DayPlan, bookings: readonly Booking[]): Limited[] {
  const planned = plan.zones.map(({ zone, counted, bodies }) => ({ zoneId: zone.id, counted, bodies }))
  const promised = new Set(bookings.flatMap(booking => booking.presence.map(stay => stay.zoneId)))
  for (const { zoneId } of planned) promised.delete(zoneId)
  return [...planned, ...[...promised].map(zoneId => ({ zoneId, counted: nobody, bodies: nobody }))]
}

/** From the first to the last minute in which anybody may be in the building. */
function spanOf(plan: DayPlan, bookings: readonly Booking[]): Span {
  const stays = [...plan.hours, ...plan.shifts.map(shift => shift.span), ...bookings.flatMap(booking => booking.presence)]
  const from = Math.min(...stays.map(stay => stay.from)) - plan.earlyEntryMinutes
  const to = Math.max(...stays.map(stay => stay.to)) + plan.leavingMinutes
  return stays.length === 0 ? { from: 0, to: 0 } : { from: Math.max(0, from), to: Math.min(1440, to) }
}

/** Stretches of one zone in which nothing changes, so that one statement writes each. */
function zoneRuns(limits: Limited, span: Span, bookings: readonly Booking[]): ZoneRun[] {
  const counted = new Int32Array(ticksPerDay)
  const bodies = new Int32Array(ticksPerDay)
  for (const stay of bookings.flatMap(booking => booking.presence)) {
    if (stay.zoneId !== limits.zoneId) continue
    for (let tick = stay.from / tickMinutes; tick < stay.to / tickMinutes; tick += 1) {
      counted[tick] = (counted[tick] ?? 0) + stay.counted
      bodies[tick] = (bodies[tick] ?? 0) + stay.bodies
    }
  }
  const runs: ZoneRun[] = []
  for (let minute = span.from; minute < span.to; minute += tickMinutes) {
    const tick = minute / tickMinutes
    const next: ZoneRun = {
      zoneId: limits.zoneId,
      from: minute,
      to: minute + tickMinutes,
      counted: counted[tick] ?? 0,
      countedLimit: orNull(limits.counted[tick]),
      bodies: bodies[tick] ?? 0,
      bodiesLimit: orNull(limits.bodies[tick]),
    }
    const last = runs.at(-1)
    if (last && isAlike(last, next)) runs[runs.length - 1] = { ...last, to: next.to }
    else runs.push(next)
  }
  return runs
}

function isAlike(one: ZoneRun, other: ZoneRun): boolean {
  return (
    one.counted === other.counted &&
    one.countedLimit === other.countedLimit &&
    one.bodies === other.bodies &&
    one.bodiesLimit === other.bodiesLimit
  )
}

function orNull(limit: number | undefined): number | null {
  return limit === undefined || limit === unlimited ? null : limit
}

async function insertZoneRun(trx: Knex, day: DayKey, run: ZoneRun) {
  const excused = Math.max(0, run.counted - (run.countedLimit ?? run.counted), run.bodies - (run.bodiesLimit ?? run.bodies))
  await trx.raw(
    `INSERT INTO zone_ticks (office_id, date, zone_id, tick, counted, counted_limit, bodies, bodies_limit, excused)
     SELECT ${bound('text', 3)}, ticks.minute, ${bound('integer', 5)} FROM ticks WHERE ticks.minute >= ? AND ticks.minute < ?`,
    [
      day.officeId,
      day.date,
      run.zoneId,
      run.counted,
      run.countedLimit,
      run.bodies,
      run.bodiesLimit,
      excused,
      run.from,
      run.to,
    ] as never[],
  )
}

async function insertDeskRun(trx: Knex, day: DayKey, deskId: string, span: Span) {
  await trx.raw(
    `INSERT INTO desk_ticks (office_id, date, desk_id, tick)
     SELECT ${bound('text', 3)}, ticks.minute FROM ticks WHERE ticks.minute >= ? AND ticks.minute < ?
     ON CONFLICT DO NOTHING`,
    [day.officeId, day.date, deskId, span.from, span.to],
  )
}

/** Writes a promised booking at its desk, staffed or not: a promise is never dropped in silence. */
async function seat(trx: Knex, day: DayKey, booking: Booking) {
  const span: { from: Minute; to: Minute } = { from: booking.start, to: booking.deskUntil }
  await insertDeskRun(trx, day, booking.deskId, span)
  await trx('desk_ticks')
    .where({ office_id: day.officeId, date: day.date, desk_id: booking.deskId })
    .where('tick', '>=', span.from)
    .where('tick', '<', span.to)
    .update({ booking_number: booking.number })
}

/** Placeholders in a SELECT list need their type said aloud. */
function bound(type: 'text' | 'integer', count: number): string {
  return Array.from({ length: count }, () => `CAST(? AS ${type})`).join(', ')
}
