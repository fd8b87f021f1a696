import { signInName } from '../../domain/staff/names.ts'
import { staffByName, staffBySubject, updateStaff, type StaffProof } from '../../repositories/staff.ts'
import { insertSignIn } from '../../repositories/staff-sign-ins.ts'
import type { House } from '../house.ts'
import { SignInRefused } from './errors.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'
import { hashOf, newToken } from './tokens.ts'

/** What a provider has proved of somebody. */
export interface Vouched {
  readonly issuer: string
  /** The provider's own, unchanging name for them. */
  readonly subject: string
  /** The claim that names an account here; used the first time only. */
  readonly name: string | undefined
}

/**
 * Signs somebody in on another provider's word and answers the token of their cookie. It opens an account that is there,
 * with the roles it has here; it never makes one. The first time the account is found by name and tied to the subject.
 *
 * @throws {SignInRefused} if no account is meant, it is disabled, or tied to somebody else
 */
export async function signInByProvider(house: House, vouched: Vouched): Promise<string> {
  const subject = `${vouched.issuer} ${vouched.subject}`
  const token = newToken(house.random)
  const signedIn = await house.db.transaction(async trx => {
    const tied = await staffBySubject(trx, subject)
    const account = tied ?? (await staffByName(trx, signInName(vouched.name ?? '') ?? ''))
    if (!account || !isFree(account, tied) || account.disabledAt !== undefined) {
      await noteInAuditLog(house, trx, { action: 'sign-in-refused', ...(account && { staffNumber: account.number }) })
      return false
    }
    const by = { staffNumber: account.number }
    if (!tied) {
      await updateStaff(trx, account.number, { oidc_subject: subject })
      await noteInAuditLog(house, trx, { action: 'tie-to-provider', ...by })
    }
    await insertSignIn(trx, { tokenHash: hashOf(token), via: 'oidc', at: house.clock.instant(), ...by })
    await noteInAuditLog(house, trx, { action: 'sign-in', ...by, details: { via: 'oidc' } })
    return true
  })
  if (!signedIn) throw new SignInRefused()
  return token
}

/** Whether an account that was found by name is not tied to another subject yet. */
function isFree(account: StaffProof, tied: StaffProof | undefined): boolean {
  return tied !== undefined || account.oidcSubject === undefined
}
