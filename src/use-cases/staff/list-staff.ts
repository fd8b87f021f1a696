import type { StaffAccount } from '../../domain/staff/staff.ts'
import { allStaff } from '../../repositories/staff.ts'
import type { House } from '../house.ts'

/** Every account, by name, disabled ones too. */
export function listStaff(house: House): Promise<StaffAccount[]> {
  return allStaff(house.db)
}
