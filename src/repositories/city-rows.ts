import type { Knex } from 'knex'
import type { City } from '../domain/city.ts'
import { recordsOf, subjects } from '../domain/subjects.ts'
import type { Subject } from '../domain/subjects.ts'

/** The records of one subject that are not retired, in the city's order. */
export async function readRecords(db: Knex, subject: Subject): Promise<unknown[]> {
  const { table, key } = shelves[subject]
  const rows = (await db(table).where(key).whereNull('retired_in').orderBy('position').select('record')) as { record: string }[]
  return rows.map(row => JSON.parse(row.record) as unknown)
}

/** The records of one subject that a city had once, as they were last. */
export async function readRetired(db: Knex, subject: Subject): Promise<unknown[]> {
  const { table, key } = shelves[subject]
  const rows = (await db(table).where(key).whereNotNull('retired_in').orderBy('id').select('record')) as { record: string }[]
  return rows.map(row => JSON.parse(row.record) as unknown)
}

/** Writes every record of a city over what is stored, and retires what the city no longer has. */
export async function writeRecords(trx: Knex, city: City): Promise<void> {
  const rows = subjects.map(subject => ({ ...shelves[subject], rows: rowsOf(city, subject) }))
  for (const { table, key, rows: kept } of rows) {
    for (const some of inBatches(kept)) {
      await trx(table)
        .insert(some)
        .onConflict([...Object.keys(key), 'id'])
        .merge()
    }
  }
  for (const { table, key, rows: kept } of rows) {
    const ids = new Set(kept.map(row => row.id))
    const stored = (await trx(table).where(key).whereNull('retired_in').select('id')) as { id: string }[]
    for (const gone of inBatches(stored.filter(row => !ids.has(row.id)))) {
      await trx(table)
        .where(key)
        .whereIn(
          'id',
          gone.map(row => row.id),
        )
        .update({ retired_in: city.version })
    }
  }
}

interface Row {
  readonly id: string
  readonly position: number
  readonly record: string
  readonly retired_in: null
  readonly [column: string]: string | number | null | undefined
}

/** Where the records of each subject are kept: a table, and the part of its key that all of them share. */
const shelves: Readonly<Record<Subject, { readonly table: string; readonly key: Readonly<Record<string, string>> }>> = {
  offices: { table: 'offices', key: {} },
  zones: { table: 'zones', key: {} },
  departments: { table: 'departments', key: {} },
  deskGroups: { table: 'desk_groups', key: {} },
  desks: { table: 'desks', key: {} },
  services: { table: 'services', key: {} },
  documents: { table: 'city_records', key: { subject: 'documents' } },
  onlineSystems: { table: 'city_records', key: { subject: 'online-systems' } },
  dropBoxes: { table: 'city_records', key: { subject: 'drop-boxes' } },
  needs: { table: 'city_records', key: { subject: 'needs' } },
  rules: { table: 'city_records', key: { subject: 'rules' } },
  specialDays: { table: 'city_records', key: { subject: 'special-days' } },
}

const batchSize = 50

function rowsOf(city: City, subject: Subject): Row[] {
  const columns = columnsOf(city)[subject]
  return recordsOf(city, subject).map(({ id, record }, position) => ({
    ...shelves[subject].key,
    id,
    position,
    record: JSON.stringify(record),
    retired_in: null,
    ...columns?.get(id),
  }))
}

type Columns = ReadonlyMap<string, Readonly<Record<string, string | number | null>>>

/** What is referred to stands in columns of its own. */
function columnsOf(city: City): Partial<Record<Subject, Columns>> {
  return {
    offices: new Map(city.offices.map(office => [office.id, { number: office.number }])),
    zones: new Map(city.zones.map(zone => [zone.id, { office_id: zone.officeId, parent_id: zone.parentId ?? null }])),
    deskGroups: new Map(
      city.deskGroups.map(group => [group.id, { office_id: group.officeId, department_id: group.departmentId }]),
    ),
    desks: new Map(
      city.desks.map(desk => [desk.id, { office_id: desk.officeId, zone_id: desk.zoneId, desk_group_id: desk.deskGroupId }]),
    ),
    services: new Map(
      city.services.map(service => [service.id, { number: service.number, department_id: service.departmentId }]),
    ),
  }
}

function inBatches<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / batchSize) }, (_, batch) =>
    items.slice(batch * batchSize, (batch + 1) * batchSize),
  )
}
