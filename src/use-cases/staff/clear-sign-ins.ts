import { deleteTriesBefore } from '../../repositories/sign-in-throttle.ts'
import { deleteSignInsBefore } from '../../repositories/staff-sign-ins.ts'
import { laterBy } from '../../time.ts'
import type { House } from '../house.ts'

const secondsPerDay = 86_400

/** Deletes sign-ins nobody has used for a day, and tries of yesterday; the audit log keeps what it noted of them. */
export async function clearSignIns(house: House): Promise<number> {
  const yesterday = laterBy(house.clock.instant(), -secondsPerDay)
  return (await deleteSignInsBefore(house.db, yesterday)) + (await deleteTriesBefore(house.db, yesterday))
}
