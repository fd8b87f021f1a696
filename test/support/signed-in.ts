import type { Role } from '../../src/domain/staff/role.ts'
import type { HeldRole } from '../../src/domain/staff/roles.ts'
import { insertStaff } from '../../src/repositories/staff.ts'
import { replaceRoles } from '../../src/repositories/staff-roles.ts'
import { insertSignIn } from '../../src/repositories/staff-sign-ins.ts'
import type { House } from '../../src/use-cases/house.ts'
import { hashOf, newToken } from '../../src/use-cases/staff/tokens.ts'

/** Somebody at work, for a test: what their browser sends, and who they are. */
export interface SignedIn {
  /** The value of a `Cookie` header. */
  readonly cookie: string
  readonly number: number
  readonly name: string
  readonly roles: readonly HeldRole[]
}

/**
 * Makes an account with a role (`null`: none) and signs it in, as if another provider had vouched for it: no password, no
 * code, on duty at once. `house` is the one the app was created with, because its clock says when.
 */
export async function signedInAs(
  house: House,
  { role, office, department, name }: { role: Role | null; office?: string; department?: string; name?: string },
): Promise<SignedIn> {
  const roles: HeldRole[] =
    role === null ? [] : [{ role, ...(office && { officeId: office }), ...(department && { departmentId: department }) }]
  const at = house.clock.instant()
  const token = newToken(house.random)
  const called =
    name ??
    `${role ?? 'nobody'}-${token
      .slice(0, 8)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, 'x')}`
  const account = { name: called, initials: 'AB', passwordHash: 'none', mustChangePassword: false, createdAt: at }
  const number = await house.db.transaction(async trx => {
    const added = await insertStaff(trx, account)
    await replaceRoles(trx, added, roles)
    await insertSignIn(trx, { tokenHash: hashOf(token), staffNumber: added, via: 'oidc', at })
    return added
  })
  return { cookie: `okienko_staff=${token}`, number, name: called, roles }
}
