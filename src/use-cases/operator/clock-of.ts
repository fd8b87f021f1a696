import type { Knex } from 'knex'
import { findCity } from '../../repositories/city.ts'
import { rehearsalClock, systemClock, type Clock } from '../../time.ts'

/**
 * The clock to go by: the real one, or that of a rehearsal in the city's time zone. Where no city is loaded yet there is
 * nothing to rehearse.
 *
 * @param start  where the rehearsal starts, local time; absent: no rehearsal
 */
export async function clockOf(db: Knex, start: string | undefined): Promise<Clock> {
  const timeZone = start === undefined ? undefined : (await findCity(db))?.organisation.timeZone
  return start === undefined || timeZone === undefined ? systemClock() : rehearsalClock(start, timeZone)
}
