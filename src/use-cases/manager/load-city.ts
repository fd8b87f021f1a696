import type { Knex } from 'knex'
import { changesOf } from '../../domain/city-changes.ts'
import type { SubjectChanges } from '../../domain/city-changes.ts'
import type { City } from '../../domain/city.ts'
import { findCity, lockCity, numbersGiven, saveCity } from '../../repositories/city.ts'
import { relayDays } from '../day/relay-days.ts'
import type { House } from '../house.ts'

/** What a load has changed, or would change. */
export interface CityLoad {
  /** The version in force afterwards. */
  readonly version: number
  readonly changes: readonly SubjectChanges[]
  /** Opened days, from today on, whose ledgers were laid out anew. */
  readonly relaidDays: number
}

/** A load would give an office or a service another number, or give a number away a second time. */
export class NumbersMoved extends Error {
  /** One sentence for each. */
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('; '))
    this.name = 'NumbersMoved'
    this.faults = faults
  }
}

/**
 * Puts a city in force; whatever its version says, it gets the next one. The same city twice changes nothing. Bookings are
 * kept, and so are records that they name.
 *
 * @param dryRun  only answers what would change
 * @throws {NumbersMoved}
 */
export async function loadCity(house: House, city: City, { dryRun = false } = {}): Promise<CityLoad> {
  const { version, changes } = await house.db.transaction(async trx => {
    await lockCity(trx)
    const before = await findCity(trx)
    const changes = changesOf(before, city)
    await checkNumbers(trx, city)
    if (dryRun || changes.length === 0) return { version: before?.version ?? 0, changes }

    const next = { ...city, version: (before?.version ?? 0) + 1 }
    await saveCity(trx, next, house.clock.instant())
    return { version: next.version, changes }
  })
  const relaidDays = dryRun || changes.length === 0 ? 0 : await relayOpenedDays(house, city)
  return { version, changes, relaidDays }
}

async function relayOpenedDays(house: House, city: City): Promise<number> {
  return relayDays(house, house.clock.now(city.organisation.timeZone).date)
}

async function checkNumbers(trx: Knex, city: City): Promise<void> {
  const faults = [
    ...moved('office', city.offices, await numbersGiven(trx, 'offices')),
    ...moved('service', city.services, await numbersGiven(trx, 'services')),
  ]
  if (faults.length > 0) throw new NumbersMoved(faults)
}

interface Numbered {
  readonly id: string
  readonly number: number
}

function moved(kind: string, records: readonly Numbered[], given: readonly Numbered[]): string[] {
  return records.flatMap(({ id, number }) => {
    const own = given.find(one => one.id === id)
    if (own && own.number !== number) return [`${kind} ${id} has had the number ${own.number} before; it cannot become ${number}`]
    const holder = given.find(one => one.number === number)
    return holder && holder.id !== id ? [`${kind} ${id} cannot have the number ${number}: it is that of ${holder.id}`] : []
  })
}
