import { passwordFault } from '../../domain/staff/names.ts'
import { staffByNumber, updateStaff } from '../../repositories/staff.ts'
import { endSignInsOf } from '../../repositories/staff-sign-ins.ts'
import type { House } from '../house.ts'
import { PasswordRefused } from './errors.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'
import { hashPassword, isPassword } from './passwords.ts'
import type { Recognised } from './recognise-staff.ts'
import { forgetTriesOf, takeTry } from './take-try.ts'

/**
 * Changes somebody's own password and ends their other sign-ins.
 *
 * @param asked.address  where they are: wrong old passwords are counted as tries
 * @throws {PasswordRefused} @throws {TooManyTries}
 */
export async function changePassword(
  house: House,
  { account, signIn }: Recognised,
  asked: { old: string; wanted: string; address: string },
): Promise<void> {
  const by = { name: `password ${account.number}`, address: asked.address }
  await takeTry(house, by)
  const kept = await staffByNumber(house.db, account.number)
  if (!(await isPassword(kept?.passwordHash, asked.old))) throw new PasswordRefused('wrong-old')
  const fault = asked.wanted === asked.old ? 'same-as-old' : passwordFault(asked.wanted, account.name)
  await forgetTriesOf(house.db, [by.name], house.clock.instant())
  if (fault) throw new PasswordRefused(fault)

  const passwordHash = await hashPassword(asked.wanted)
  await house.db.transaction(async trx => {
    await updateStaff(trx, account.number, { password_hash: passwordHash, must_change_password: false })
    await endSignInsOf(trx, account.number, house.clock.instant(), signIn.number)
    await noteInAuditLog(house, trx, { action: 'change-password', staffNumber: account.number })
  })
}
