import { updateStaff } from '../../repositories/staff.ts'
import { countHolders } from '../../repositories/staff-roles.ts'
import { endSignInsOf } from '../../repositories/staff-sign-ins.ts'
import type { House } from '../house.ts'
import { AccountRefused } from './errors.ts'
import { findAccount } from './find-account.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'

/** Stops an account: it is signed out everywhere at once and signs in no more. @throws {NotFound} @throws {AccountRefused} */
export async function disableStaff(house: House, which: number | string, by?: number): Promise<void> {
  const { number, roles } = await findAccount(house, which)
  if (number === by) throw new AccountRefused('own-account')
  const now = house.clock.instant()
  await house.db.transaction(async trx => {
    await updateStaff(trx, number, { disabled_at: now })
    const wasAdmin = roles.some(held => held.role === 'admin')
    if (wasAdmin && (await countHolders(trx, 'admin')) === 0) throw new AccountRefused('last-admin')
    await endSignInsOf(trx, number, now)
    await noteInAuditLog(house, trx, {
      action: 'disable-staff',
      details: { account: number },
      ...(by !== undefined && { staffNumber: by }),
    })
  })
}
