import type { City, Office } from '../../domain/city.ts'
import type { Party } from '../../domain/booking/booking.ts'
import type { Service } from '../../domain/service/service.ts'
import { withId } from '../../domain/with-id.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { WrongFields } from '../faults.ts'
import { sum } from './asked.ts'

/** An office by its id or number. @throws {NotFound} */
export function officeNamed(city: City, idOrNumber: string): Office {
  const found = byIdOrNumber(city.offices, idOrNumber)
  if (!found) throw new NotFound('office')
  return found
}

/** A matter by its id or number. @throws {NotFound} */
export function serviceNamed(city: City, idOrNumber: string): Service {
  const found = byIdOrNumber(city.services, idOrNumber)
  if (!found) throw new NotFound('service')
  return found
}

/** The same of a value in a body. @throws {WrongFields} */
export function named<Found>(field: string, find: () => Found): Found {
  try {
    return find()
  } catch (error) {
    if (error instanceof NotFound) throw new WrongFields({ [field]: `there is no such ${error.what}` })
    throw error
  }
}

/** Ids of needs, each once and sorted. @throws {WrongFields} if the city does not know one */
export function knownNeeds(city: City, ids: readonly string[] = []): string[] {
  const unknown = ids.find(id => !city.needs.some(need => need.id === id))
  if (unknown !== undefined) throw new WrongFields({ needs: `known are ${city.needs.map(need => need.id).join(', ')}` })
  return [...new Set(ids)].sort()
}

/** A party whose companions are among its persons; kinds with nobody are left out. @throws {WrongFields} */
export function partyOf(persons: number, companions: Party['companions'] = {}): Party {
  if (sum(companions) > persons) throw new WrongFields({ companions: 'must not be more than persons' })
  return { persons, companions: Object.fromEntries(Object.entries(companions).filter(([, count]) => count > 0)) }
}

function byIdOrNumber<Thing extends { id: string; number: number }>(things: readonly Thing[], text: string): Thing | undefined {
  return withId(things, text) ?? things.find(thing => String(thing.number) === text)
}
