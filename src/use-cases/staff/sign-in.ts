import { signInName } from '../../domain/staff/names.ts'
import { staffByName } from '../../repositories/staff.ts'
import { insertSignIn } from '../../repositories/staff-sign-ins.ts'
import type { House } from '../house.ts'
import { SignInRefused } from './errors.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'
import { isPassword } from './passwords.ts'
import { forgetTry, takeTry } from './take-try.ts'
import { hashOf, newToken } from './tokens.ts'

/**
 * Signs somebody in by name and password and answers the token of their cookie. The same is done, and as long, for a
 * name that nobody has.
 *
 * @param asked.address  where they are, as they are counted: an IPv4 address or 64 bits of an IPv6 address
 * @throws {SignInRefused} @throws {TooManyTries}
 */
export async function signIn(house: House, asked: { name: string; password: string; address: string }): Promise<string> {
  await takeTry(house, asked)
  const name = signInName(asked.name)
  const account = await staffByName(house.db, name ?? '')
  const right = await isPassword(account?.passwordHash, asked.password)
  if (!account || !right || account.disabledAt !== undefined) {
    await noteInAuditLog(house, house.db, { action: 'sign-in-refused', ...(account && { staffNumber: account.number }) })
    throw new SignInRefused()
  }

  const token = newToken(house.random)
  await house.db.transaction(async trx => {
    await forgetTry(house, trx, asked)
    await insertSignIn(trx, {
      tokenHash: hashOf(token),
      staffNumber: account.number,
      via: 'password',
      at: house.clock.instant(),
    })
    await noteInAuditLog(house, trx, { action: 'sign-in', staffNumber: account.number })
  })
  return token
}
