import type { SignIn } from '../../domain/staff/staff.ts'
import { countRecoveryCodes } from '../../repositories/recovery-codes.ts'
import { endSignInsOf, openSignInsOf } from '../../repositories/staff-sign-ins.ts'
import { laterBy } from '../../time.ts'
import type { House } from '../house.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'
import type { Recognised } from './recognise-staff.ts'

/** What somebody sees of their own account: where they are signed in, and how many recovery codes are left. */
export async function ownAccount(
  house: House,
  { account }: Recognised,
  idleMinutes: number,
): Promise<{ signIns: SignIn[]; codesLeft: number }> {
  const signIns = await openSignInsOf(house.db, account.number, laterBy(house.clock.instant(), -idleMinutes * 60))
  return { signIns, codesLeft: await countRecoveryCodes(house.db, account.number) }
}

/** Ends somebody's sign-ins on every other browser. */
export async function endOtherSignIns(house: House, { account, signIn }: Recognised): Promise<void> {
  await house.db.transaction(async trx => {
    const ended = await endSignInsOf(trx, account.number, house.clock.instant(), signIn.number)
    await noteInAuditLog(house, trx, { action: 'end-sign-ins', staffNumber: account.number, details: { ended } })
  })
}
