import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { LRUCache } from 'lru-cache'
import type { City } from '../domain/city.ts'
import { subjects } from '../domain/subjects.ts'
import { readRecords, writeRecords } from './city-rows.ts'

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
  return asked && (cities.get(asked.fingerprint) ?? (await readCity(db, asked, 5)))
}

/** The version in force, by one small query; `undefined` where no city was loaded. */
export async function cityVersionOf(db: Knex): Promise<CityVersion | undefined> {
  return (await db('city_versions').orderBy('version', 'desc').first('version', 'fingerprint')) as CityVersion | undefined
}

/**
 * Stores a city under its version, which must be new. What it no longer has is retired, not deleted.
 *
 * @param loadedAt  UTC instant
 */
export async function saveCity(trx: Knex, city: City, loadedAt: string): Promise<void> {
  await trx('city_versions').insert({
    version: city.version,
    loaded_at: loadedAt,
    fingerprint: fingerprintOf(city),
    organisation: JSON.stringify(city.organisation),
    policy: JSON.stringify(city.policy),
  })
  await writeRecords(trx, city)
}

// Filled and asked by fingerprint alone, so it can never be out of date.
const cities = new LRUCache<string, City>({ max: 8 })

/** Reads the city in force whole, again if another one is loaded between two of the queries. */
async function readCity(db: Knex, asked: CityVersion, tries: number): Promise<City> {
  const head = (await db('city_versions').where({ version: asked.version }).first('organisation', 'policy')) as Head
  const parts: Partial<Record<keyof City, unknown>> = {
    version: asked.version,
    organisation: JSON.parse(head.organisation) as unknown,
    policy: JSON.parse(head.policy) as unknown,
  }
  for (const subject of subjects) parts[subject] = await readRecords(db, subject)

  const city = parts as City
  if (fingerprintOf(city) === asked.fingerprint) {
    cities.set(asked.fingerprint, city)
    return city
  }
  if (tries === 0) throw new Error(`version ${asked.version} of the city was changed by hand: its fingerprint is not its own`)
  return readCity(db, (await cityVersionOf(db)) ?? asked, tries - 1)
}

interface Head {
  readonly organisation: string
  readonly policy: string
}

function fingerprintOf(city: City): string {
  const said = [city.version, city.organisation, city.policy, ...subjects.map(subject => city[subject])]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
