import { endSignIn } from '../../repositories/staff-sign-ins.ts'
import type { House } from '../house.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'
import type { Recognised } from './recognise-staff.ts'

/** Ends a sign-in: its cookie is worth nothing any more. */
export async function signOut(house: House, { account, signIn }: Recognised): Promise<void> {
  await house.db.transaction(async trx => {
    await endSignIn(trx, signIn.number, house.clock.instant())
    await noteInAuditLog(house, trx, { action: 'sign-out', staffNumber: account.number })
  })
}
