import type { City } from '../../domain/city.ts'
import { cityOf } from '../../repositories/city.ts'
import type { House } from '../house.ts'

/** The city as it is loaded now. */
export function cityNow(house: House): Promise<City> {
  return cityOf(house.db)
}
