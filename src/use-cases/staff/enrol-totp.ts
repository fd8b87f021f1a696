import { updateStaff } from '../../repositories/staff.ts'
import { endSignInsOf, stepUpSignIn } from '../../repositories/staff-sign-ins.ts'
import { replaceRecoveryCodes } from '../../repositories/recovery-codes.ts'
import type { House } from '../house.ts'
import { SignInRefused } from './errors.ts'
import { newRecoveryCodes } from './new-recovery-codes.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'
import type { Recognised } from './recognise-staff.ts'
import { seal } from './sealed.ts'
import { hashOf, newToken } from './tokens.ts'
import { matchingStep } from './totp.ts'

/**
 * Takes over the secret of an offer, once a code shows that the telephone has it: from now on signing in needs it. Other
 * sign-ins end, this one goes on under a new token.
 *
 * @throws {SignInRefused} if the code is not right
 */
export async function enrolTotp(
  house: House,
  key: string,
  { account, signIn }: Recognised,
  { secret, code }: { secret: string; code: string },
): Promise<{ token: string; codes: string[] }> {
  const now = house.clock.instant()
  const step = matchingStep(secret, code, house.clock.wallInstant())
  if (step === undefined) throw new SignInRefused()

  const token = newToken(house.random)
  const { codes, hashes } = newRecoveryCodes(house.random)
  const sealed = seal(house.random, key, `totp ${account.number}`, secret)
  await house.db.transaction(async trx => {
    await updateStaff(trx, account.number, { totp_secret: sealed, totp_last_step: step })
    await replaceRecoveryCodes(trx, account.number, hashes)
    await endSignInsOf(trx, account.number, now, signIn.number)
    await stepUpSignIn(trx, signIn.number, hashOf(token), now)
    await noteInAuditLog(house, trx, { action: 'enrol-second-step', staffNumber: account.number })
  })
  return { token, codes }
}
