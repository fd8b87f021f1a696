import type { City } from '../../domain/city.ts'
import { lastCityOf } from '../../repositories/city.ts'
import type { House } from '../house.ts'

/** The city as this process read it last, without asking: for what is checked again when the day is opened. */
export function cityLastRead(house: House): City | Promise<City> {
  return lastCityOf(house.db)
}
