import type { HeldRole } from '../../domain/staff/roles.ts'
import { countHolders, replaceRoles } from '../../repositories/staff-roles.ts'
import type { House } from '../house.ts'
import { checkedRoles, writtenRoles } from './checked-roles.ts'
import { AccountRefused } from './errors.ts'
import { findAccount } from './find-account.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'

/** Gives an account these roles in place of those it has; they hold from its next click. @throws {NotFound} @throws {AccountRefused} */
export async function changeRoles(house: House, number: number, asked: readonly HeldRole[], by?: number): Promise<void> {
  const account = await findAccount(house, number)
  const roles = await checkedRoles(house, asked)
  await house.db.transaction(async trx => {
    await replaceRoles(trx, number, roles)
    const wasAdmin = account.roles.some(held => held.role === 'admin')
    if (wasAdmin && (await countHolders(trx, 'admin')) === 0) throw new AccountRefused('last-admin')
    const details = { account: number, was: writtenRoles(account.roles), roles: writtenRoles(roles) }
    await noteInAuditLog(house, trx, { action: 'change-roles', details, ...(by !== undefined && { staffNumber: by }) })
  })
}
