import type { City } from '../../domain/city.ts'
import { findCity } from '../../repositories/city.ts'
import type { House } from '../house.ts'

/** The city as it is loaded now; `undefined` where none is: staff sign in all the same. */
export function cityIfAny(house: House): Promise<City | undefined> {
  return findCity(house.db)
}
