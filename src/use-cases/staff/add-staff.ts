import { initialsOf, signInName } from '../../domain/staff/names.ts'
import type { HeldRole } from '../../domain/staff/roles.ts'
import { insertStaff, isNameTaken } from '../../repositories/staff.ts'
import { replaceRoles } from '../../repositories/staff-roles.ts'
import type { House } from '../house.ts'
import { checkedRoles, writtenRoles } from './checked-roles.ts'
import { AccountRefused } from './errors.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'
import { temporaryPassword } from './temporary-password.ts'

/** An account that was just made or reset: its password is known now and never again. */
export interface HandedOver {
  readonly number: number
  readonly name: string
  readonly password: string
}

/**
 * Adds an account with a password that must be changed at the first sign-in.
 *
 * @param by  the account of whoever adds it; absent at the command line
 * @throws {AccountRefused}
 */
export async function addStaff(
  house: House,
  asked: { name: string; initials?: string; roles: readonly HeldRole[] },
  by?: number,
): Promise<HandedOver> {
  const name = signInName(asked.name)
  if (name === undefined) throw new AccountRefused('name')
  if (asked.roles.length === 0) throw new AccountRefused('no-role')
  const roles = await checkedRoles(house, asked.roles)
  const { password, passwordHash } = await temporaryPassword(house)
  const initials = asked.initials?.trim().slice(0, 4) || initialsOf(name)
  const account = { name, initials, passwordHash, mustChangePassword: true, createdAt: house.clock.instant() }
  try {
    return await house.db.transaction(async trx => {
      const number = await insertStaff(trx, account)
      await replaceRoles(trx, number, roles)
      const details = { account: number, roles: writtenRoles(roles) }
      await noteInAuditLog(house, trx, { action: 'add-staff', details, ...(by !== undefined && { staffNumber: by }) })
      return { number, name, password }
    })
  } catch (error) {
    throw isNameTaken(error) ? new AccountRefused('name-taken') : error
  }
}
