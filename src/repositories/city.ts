import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { LRUCache } from 'lru-cache'
import type { City, Desk, Office, Zone } from '../domain/city.ts'
import { subjects } from '../domain/subjects.ts'
import { readRecords, readRetired, writeRecords } from './city-rows.ts'
import { databaseOf, isPostgres } from './database.ts'

/** Which city is in force. Two databases that say the same here hold the same city. */
export interface CityVersion {
  readonly version: number
  /** SHA-256 of everything the city says, in hexadecimal. */
  readonly fingerprint: string
}

/** No city was ever loaded into this database. */
export class NoCity extends Error {
  constructor() {
    super('no city is loaded')
    this.name = 'NoCity'
  }
}

/**
 * The city in force. One small query if this process has read it before, some fourteen if not.
 *
 * @param known  what `cityVersionOf` has just answered, to save that query too
 * @throws {NoCity}
 */
export async function cityOf(db: Knex, known?: CityVersion): Promise<City> {
  const city = await findCity(db, known)
  if (!city) throw new NoCity()
  return city
}

/** As `cityOf`, but `undefined` where no city was loaded. */
export async function findCity(db: Knex, known?: CityVersion): Promise<City | undefined> {
  const asked = known ?? (await cityVersionOf(db))
  const city = asked && (cities.get(asked.fingerprint) ?? (await readCity(db, asked, 5)))
  if (city) lastRead.set(databaseOf(db), city)
  return city
}

/**
 * The city this process read last from a database, without asking whether it is still in force: for a change of a day,
 * which learns that when it turns the page.
 *
 * @throws {NoCity}
 */
export function lastCityOf(db: Knex): City | Promise<City> {
  return lastRead.get(databaseOf(db)) ?? cityOf(db)
}

const lastRead = new WeakMap<object, City>()

/** The version in force, by one small query; `undefined` where no city was loaded. */
export async function cityVersionOf(db: Knex): Promise<CityVersion | undefined> {
  return (await db('city_versions').orderBy('version', 'desc').first('version', 'fingerprint')) as CityVersion | undefined
}

/** When the city in force was loaded (UTC instant); `undefined` where it is the first one, or none. */
export async function lastReloadOf(db: Knex): Promise<string | undefined> {
  const [last, before] = (await db('city_versions').orderBy('version', 'desc').limit(2).select('loaded_at')) as {
    loaded_at: string
  }[]
  return before && last?.loaded_at
}

/**
 * Stores a city under its version, which must be new. What it no longer has is retired, not deleted.
 *
 * @param loadedAt  UTC instant
 * @throws if it does not read back as it was: two of its records share a lasting name
 */
export async function saveCity(trx: Knex, city: City, loadedAt: string): Promise<void> {
  const fingerprint = fingerprintOf(city)
  await trx('city_versions').insert({
    version: city.version,
    loaded_at: loadedAt,
    fingerprint,
    organisation: JSON.stringify(city.organisation),
    policy: JSON.stringify(city.policy),
  })
  await writeRecords(trx, city)
  if (fingerprintOf(await storedCity(trx, city.version)) === fingerprint) return
  throw new Error(`version ${city.version} of the city would not be read back as it was written, so it is not stored`)
}

/** Lets one load of a city at a time go on, until its transaction ends. SQLite has the write lock from the start. */
export async function lockCity(trx: Knex): Promise<void> {
  if (isPostgres(trx)) await trx.raw('LOCK TABLE city_versions IN EXCLUSIVE MODE')
}

/** Which number every office or service has ever had, retired ones too. */
export async function numbersGiven(db: Knex, table: 'offices' | 'services'): Promise<{ id: string; number: number }[]> {
  return (await db(table).select('id', 'number')) as { id: string; number: number }[]
}

/** What a city had once and has no longer; bookings may still name it. */
export interface Retired {
  readonly offices: readonly Office[]
  readonly zones: readonly Zone[]
  readonly desks: readonly Desk[]
}

/** Every office, zone and desk that was retired, as it was last. */
export async function retiredOf(db: Knex): Promise<Retired> {
  return {
    offices: (await readRetired(db, 'offices')) as Office[],
    zones: (await readRetired(db, 'zones')) as Zone[],
    desks: (await readRetired(db, 'desks')) as Desk[],
  }
}

// Filled and asked by fingerprint alone, so it can never be out of date.
const cities = new LRUCache<string, City>({ max: 8 })

/** Reads the city in force whole, again if another one is loaded between two of the queries. */
async function readCity(db: Knex, asked: CityVersion, tries: number): Promise<City> {
  const city = await storedCity(db, asked.version)
  if (fingerprintOf(city) === asked.fingerprint) {
    cities.set(asked.fingerprint, city)
    return city
  }
  if (tries === 0) throw new Error(`version ${asked.version} of the city was changed by hand: its fingerprint is not its own`)
  return readCity(db, (await cityVersionOf(db)) ?? asked, tries - 1)
}

/** What is stored now, under a version that is there. */
async function storedCity(db: Knex, version: number): Promise<City> {
  const head = (await db('city_versions').where({ version }).first('organisation', 'policy')) as Head
  const parts: Partial<Record<keyof City, unknown>> = {
    version,
    organisation: JSON.parse(head.organisation) as unknown,
    policy: JSON.parse(head.policy) as unknown,
  }
  for (const subject of subjects) parts[subject] = await readRecords(db, subject)
  return parts as City
}

interface Head {
  readonly organisation: string
  readonly policy: string
}

function fingerprintOf(city: City): string {
  const said = [city.version, city.organisation, city.policy, ...subjects.map(subject => city[subject])]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
