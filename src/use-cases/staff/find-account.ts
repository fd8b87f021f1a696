import { signInName } from '../../domain/staff/names.ts'
import type { StaffAccount } from '../../domain/staff/staff.ts'
import { staffByName, staffByNumber } from '../../repositories/staff.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** The account of this number or name, disabled ones too. @throws {NotFound} */
export async function findAccount(house: House, which: number | string): Promise<StaffAccount> {
  const found =
    typeof which === 'number' ? await staffByNumber(house.db, which) : await staffByName(house.db, signInName(which) ?? '')
  if (!found) throw new NotFound('account')
  const { passwordHash: _, totpSecret: __, totpLastStep: ___, oidcSubject: ____, ...account } = found
  return account
}
