import type { City } from '../../domain/city.ts'
import { cityWithRetired } from '../../repositories/city-with-retired.ts'
import type { House } from '../house.ts'

/** The city with what it had once: to name what a booking refers to, never to offer anything. */
export function cityToName(house: House): Promise<City> {
  return cityWithRetired(house.db)
}
