import type { Knex } from 'knex'
import { changesOf } from '../../domain/city-changes.ts'
import type { SubjectChanges } from '../../domain/city-changes.ts'
import type { City } from '../../domain/city.ts'
import { findCity, lockCity, numbersGiven, retiredOf, saveCity } from '../../repositories/city.ts'
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

/**
 * A load would give an office or a service another number, give a number away a second time, or take a zone or a desk to
 * another office, away from who has booked there.
 */
export class RecordsMoved extends Error {
  /** One sentence for each. */
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('; '))
    this.name = 'RecordsMoved'
    this.faults = faults
  }
}

/**
 * Puts a city in force; whatever its version says, it gets the next one. The same city twice changes nothing. Bookings are
 * kept, and so are records that they name.
 *
 * @param dryRun  only answers what would change
 * @throws {RecordsMoved}
 */
export async function loadCity(house: House, city: City, { dryRun = false } = {}): Promise<CityLoad> {
  const { version, changes } = await house.db.transaction(async trx => {
    await lockCity(trx)
    const before = await findCity(trx)
    const changes = changesOf(before, city)
    await checkIdentity(trx, before, city)
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

async function checkIdentity(trx: Knex, before: City | undefined, city: City): Promise<void> {
  const retired = await retiredOf(trx)
  const faults = [
    ...moved('office', city.offices, await numbersGiven(trx, 'offices')),
    ...moved('service', city.services, await numbersGiven(trx, 'services')),
    ...elsewhere('zone', city.zones, [...(before?.zones ?? []), ...retired.zones]),
    ...elsewhere('desk', city.desks, [...(before?.desks ?? []), ...retired.desks]),
  ]
  if (faults.length > 0) throw new RecordsMoved(faults)
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

interface InOffice {
  readonly id: string
  readonly officeId: string
}

function elsewhere(kind: string, records: readonly InOffice[], known: readonly InOffice[]): string[] {
  return records.flatMap(({ id, officeId }) => {
    const own = known.find(one => one.id === id)
    if (!own || own.officeId === officeId) return []
    return [`${kind} ${id} belongs to office ${own.officeId}; one at ${officeId} needs an id of its own`]
  })
}
