import type { Knex } from 'knex'
import type { Weight } from '../domain/queue/weight-on-path.ts'
import type { DayKey } from './change-day.ts'
import { readRows, runStatement } from './statement.ts'

/** A visit whose party is known to be at the office. */
export interface DoorParty {
  readonly bookingNumber: number
  /** What it is counted for, zone by zone; empty while it waits outside. */
  readonly weights: readonly Weight[]
  /** UTC instant since which it is where it is. */
  readonly since: string
}

interface DoorPartyRow {
  booking_number: number
  weights: string
  since: string
}

/** Parties known to be at an office on a day, inside or before the door. */
export async function doorParties(db: Knex, day: DayKey): Promise<DoorParty[]> {
  const sql = 'SELECT booking_number, weights, since FROM door_parties WHERE office_id = ? AND date = ?'
  return (await readRows<DoorPartyRow>(db, sql, [day.officeId, day.date])).map(fromRow)
}

/** The party of one visit; `undefined` where nobody has seen it. */
export async function doorParty(db: Knex, day: DayKey, bookingNumber: number): Promise<DoorParty | undefined> {
  const sql = 'SELECT booking_number, weights, since FROM door_parties WHERE office_id = ? AND date = ? AND booking_number = ?'
  const [row] = await readRows<DoorPartyRow>(db, sql, [day.officeId, day.date, bookingNumber])
  return row && fromRow(row)
}

/** Writes where a party is. */
export async function writeDoorParty(trx: Knex, day: DayKey, party: DoorParty): Promise<void> {
  const place = party.weights.length > 0 ? 'inside' : 'outside'
  const values = [day.officeId, day.date, party.bookingNumber, place, JSON.stringify(party.weights), party.since]
  await runStatement(trx, writing, values)
}

const writing = `
  INSERT INTO door_parties (office_id, date, booking_number, place, weights, since) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (office_id, date, booking_number) DO UPDATE
  SET place = excluded.place, weights = excluded.weights, since = excluded.since`

/** Forgets a party that has gone; without a number all of them: the house is empty. */
export async function forgetDoorParties(trx: Knex, day: DayKey, bookingNumber?: number): Promise<void> {
  const query = ofDay(trx, day)
  if (bookingNumber !== undefined) void query.where({ booking_number: bookingNumber })
  await query.delete()
}

function ofDay(db: Knex, { officeId, date }: DayKey): Knex.QueryBuilder {
  return db('door_parties').where({ office_id: officeId, date })
}

function fromRow(row: DoorPartyRow): DoorParty {
  return { bookingNumber: row.booking_number, weights: JSON.parse(row.weights) as Weight[], since: row.since }
}
