import type { Knex } from 'knex'
import type { Device, DeviceKind, PaperState } from '../domain/entrance/device.ts'
import { readRows } from './statement.ts'

/** What is said of a device when it is added. */
export type NewDevice = Pick<Device, 'officeId' | 'kind' | 'name' | 'entrance' | 'countsExits' | 'addedAt'> &
  Partial<Pick<Device, 'zoneId' | 'printer'>>

interface DeviceRow {
  number: number
  office_id: string
  kind: string
  name: string
  entrance: string
  zone_id: string | null
  counts_exits: number
  credential_hash: string | null
  added_at: string
  enrolled_at: string | null
  revoked_at: string | null
  last_seen_at: string | null
  paper: string | null
  error: string | null
  printer_host: string | null
  printer_port: number | null
  printer_width_mm: number | null
}

/** Writes a new device and answers its number. */
export async function insertDevice(trx: Knex, device: NewDevice): Promise<number> {
  const rows = (await trx('devices').insert(toRow(device)).returning('number')) as { number: number }[]
  return rows[0]?.number ?? 0
}

/** The device of a number. */
export async function deviceByNumber(db: Knex, number: number): Promise<Device | undefined> {
  const row = (await db('devices').where({ number }).first()) as DeviceRow | undefined
  return row && fromRow(row)
}

/** The device that holds a credential; revoked ones hold none. */
export async function deviceByCredential(db: Knex, credentialHash: string): Promise<Device | undefined> {
  const [row] = await readRows<DeviceRow>(db, 'SELECT * FROM devices WHERE credential_hash = ?', [credentialHash])
  return row && fromRow(row)
}

/** Devices of these offices (`all`: of every one), those in use first, by office and name. */
export async function devicesOf(db: Knex, officeIds: 'all' | readonly string[]): Promise<Device[]> {
  const query = db('devices').orderByRaw('revoked_at IS NOT NULL, office_id, kind, name, number')
  if (officeIds !== 'all') void query.whereIn('office_id', officeIds)
  return ((await query) as DeviceRow[]).map(fromRow)
}

/** Devices of one office that are not revoked; of these kinds only, where they are given. */
export async function devicesInUse(db: Knex, officeId: string, kinds?: readonly DeviceKind[]): Promise<Device[]> {
  const sql = 'SELECT * FROM devices WHERE office_id = ? AND revoked_at IS NULL ORDER BY number'
  const devices = (await readRows<DeviceRow>(db, sql, [officeId])).map(fromRow)
  return kinds ? devices.filter(({ kind }) => kinds.includes(kind)) : devices
}

/** Changes what a device is called. */
export async function renameDevice(trx: Knex, number: number, name: string, entrance: string): Promise<void> {
  await trx('devices').where({ number }).update({ name, entrance })
}

/** Gives a device its credential; the one it had before works no more. */
export async function giveCredential(trx: Knex, number: number, credentialHash: string, instant: string): Promise<void> {
  await trx('devices').where({ number }).whereNull('revoked_at').update({
    credential_hash: credentialHash,
    enrolled_at: instant,
    last_seen_at: instant,
  })
}

/** Ends a device; its credential is gone. */
export async function endDevice(trx: Knex, number: number, instant: string): Promise<void> {
  await trx('devices').where({ number }).whereNull('revoked_at').update({ revoked_at: instant, credential_hash: null })
}

/** Notes that a device was seen. */
export async function touchDevice(db: Knex, number: number, instant: string): Promise<void> {
  await db('devices').where({ number }).update({ last_seen_at: instant })
}

/** Notes how a device or its printer is; what is absent is well again or not known. */
export async function writeDeviceState(
  db: Knex,
  number: number,
  state: { paper?: PaperState | undefined; error?: string | undefined; at: string },
): Promise<void> {
  const { paper = null, error = null, at } = state
  await db('devices').where({ number }).update({ paper, error, last_seen_at: at })
}

function toRow(device: NewDevice): Partial<DeviceRow> {
  return {
    office_id: device.officeId,
    kind: device.kind,
    name: device.name,
    entrance: device.entrance,
    zone_id: device.zoneId ?? null,
    counts_exits: Number(device.countsExits),
    added_at: device.addedAt,
    printer_host: device.printer?.host ?? null,
    printer_port: device.printer?.port ?? null,
    printer_width_mm: device.printer?.widthMm ?? null,
  }
}

function fromRow(row: DeviceRow): Device {
  return {
    number: row.number,
    officeId: row.office_id,
    kind: row.kind as DeviceKind,
    name: row.name,
    entrance: row.entrance,
    countsExits: row.counts_exits === 1,
    addedAt: row.added_at,
    ...(row.zone_id !== null && { zoneId: row.zone_id }),
    ...(row.enrolled_at !== null && { enrolledAt: row.enrolled_at }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
    ...(row.last_seen_at !== null && { lastSeenAt: row.last_seen_at }),
    ...(row.paper !== null && { paper: row.paper as PaperState }),
    ...(row.error !== null && { error: row.error }),
    ...(row.printer_host !== null && {
      printer: {
        ...{ host: row.printer_host, port: row.printer_port ?? 9100 },
        ...(row.printer_width_mm !== null && { widthMm: row.printer_width_mm === 58 ? 58 : 80 }),
      },
    }),
  }
}
