import { updateStaff } from '../../repositories/staff.ts'
import type { House } from '../house.ts'
import { findAccount } from './find-account.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'

/** Lets a disabled account work again, with its old password. @throws {NotFound} */
export async function enableStaff(house: House, which: number | string, by?: number): Promise<void> {
  const { number } = await findAccount(house, which)
  await house.db.transaction(async trx => {
    await updateStaff(trx, number, { disabled_at: null })
    await noteInAuditLog(house, trx, {
      action: 'enable-staff',
      details: { account: number },
      ...(by !== undefined && { staffNumber: by }),
    })
  })
}
