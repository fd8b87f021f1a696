import type { Knex } from 'knex'
import { claimRecoveryCode, isUsedRecoveryCode } from '../../repositories/recovery-codes.ts'
import { claimTotpStep, staffByNumber } from '../../repositories/staff.ts'
import { stepUpSignIn } from '../../repositories/staff-sign-ins.ts'
import type { House } from '../house.ts'
import { RecoveryCodeUsed, SignInRefused } from './errors.ts'
import { hashOfRecoveryCode } from './new-recovery-codes.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'
import type { Recognised } from './recognise-staff.ts'
import { unseal } from './sealed.ts'
import { forgetTry, takeTry } from './take-try.ts'
import { hashOf, newToken } from './tokens.ts'
import { matchingStep } from './totp.ts'

/**
 * The second step of a sign-in: the code of the telephone, or a recovery code; each is good once. Answers the token that
 * takes the place of the one so far.
 *
 * @throws {SignInRefused} @throws {RecoveryCodeUsed} @throws {TooManyTries}
 */
export async function giveCode(
  house: House,
  key: string,
  { account, signIn }: Recognised,
  asked: { code: string; address: string },
): Promise<string> {
  const by = { name: `code ${account.number}`, address: asked.address }
  await takeTry(house, by)
  const token = newToken(house.random)
  const right = await house.db.transaction(async trx => {
    const action = await claimCode(house, trx, key, account.number, asked.code)
    await noteInAuditLog(house, trx, { action: action ?? 'second-step-refused', staffNumber: account.number })
    if (!action) return false
    await forgetTry(house, trx, by)
    await stepUpSignIn(trx, signIn.number, hashOf(token), house.clock.instant())
    return true
  })
  if (right) return token
  const isUsed = await isUsedRecoveryCode(house.db, account.number, hashOfRecoveryCode(asked.code))
  throw isUsed ? new RecoveryCodeUsed() : new SignInRefused()
}

/** Uses up a code; answers what to note, or nothing if it is wrong or was used before. */
async function claimCode(house: House, trx: Knex, key: string, number: number, typed: string): Promise<string | undefined> {
  const now = house.clock.instant()
  const kept = await staffByNumber(trx, number)
  const secret = unseal(key, `totp ${number}`, kept?.totpSecret ?? '')
  const step = secret === undefined ? undefined : matchingStep(secret, typed, house.clock.wallInstant())
  if (step !== undefined) return (await claimTotpStep(trx, number, step)) ? 'second-step' : undefined
  return (await claimRecoveryCode(trx, number, hashOfRecoveryCode(typed), now)) ? 'use-recovery-code' : undefined
}
