import { updateStaff } from '../../repositories/staff.ts'
import { endSignInsOf } from '../../repositories/staff-sign-ins.ts'
import { replaceRecoveryCodes } from '../../repositories/recovery-codes.ts'
import type { House } from '../house.ts'
import type { HandedOver } from './add-staff.ts'
import { findAccount } from './find-account.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'
import { forgetTriesOf } from './take-try.ts'
import { temporaryPassword } from './temporary-password.ts'

/**
 * Gives an account a new password, which must be changed at the next sign-in; its telephone and recovery codes are
 * forgotten, and it is signed out everywhere. @throws {NotFound}
 */
export async function resetPassword(house: House, which: number | string, by?: number): Promise<HandedOver> {
  const { number, name } = await findAccount(house, which)
  const { password, passwordHash } = await temporaryPassword(house)
  await house.db.transaction(async trx => {
    await updateStaff(trx, number, {
      password_hash: passwordHash,
      must_change_password: true,
      totp_secret: null,
      totp_last_step: null,
    })
    await replaceRecoveryCodes(trx, number, [])
    await endSignInsOf(trx, number, house.clock.instant())
    await forgetTriesOf(trx, [name, `code ${number}`], house.clock.instant())
    await noteInAuditLog(house, trx, {
      action: 'reset-password',
      details: { account: number },
      ...(by !== undefined && { staffNumber: by }),
    })
  })
  return { number, name, password }
}
