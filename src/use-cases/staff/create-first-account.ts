import type { HeldRole } from '../../domain/staff/roles.ts'
import { hasStaff } from '../../repositories/staff.ts'
import type { House } from '../house.ts'
import { addStaff, type HandedOver } from './add-staff.ts'
import { AccountRefused } from './errors.ts'

const firstName = 'admin'
const firstRoles: readonly HeldRole[] = [{ role: 'admin' }, { role: 'manager' }]

/**
 * Makes the account by which the first person signs in, if there is none at all; its password is to be shown once.
 * Of several processes that start at once one makes it, and the others answer `undefined`.
 */
export async function createFirstAccount(house: House): Promise<HandedOver | undefined> {
  if (await hasStaff(house.db)) return undefined
  try {
    return await addStaff(house, { name: firstName, roles: firstRoles })
  } catch (error) {
    if (error instanceof AccountRefused && error.fault === 'name-taken') return undefined
    throw error
  }
}
