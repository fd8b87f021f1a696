import type { Knex } from 'knex'
import type { Role } from '../domain/staff/role.ts'
import type { HeldRole } from '../domain/staff/roles.ts'

/** The columns of `staff_roles` that say what is held where. */
export interface RoleRow {
  role: string
  office_id: string | null
  department_id: string | null
}

/** Who holds which roles, by number of the account: everybody, or one. */
export async function rolesOf(db: Knex, staffNumber?: number): Promise<Map<number, HeldRole[]>> {
  const asked = db('staff_roles').orderBy('number').select('staff_number', 'role', 'office_id', 'department_id')
  const rows = (await (staffNumber === undefined ? asked : asked.where({ staff_number: staffNumber }))) as (RoleRow & {
    staff_number: number
  })[]
  const held = new Map<number, HeldRole[]>()
  for (const row of rows) held.set(row.staff_number, [...(held.get(row.staff_number) ?? []), roleFrom(row)])
  return held
}

/** Gives an account these roles in place of those it has. */
export async function replaceRoles(trx: Knex, staffNumber: number, roles: readonly HeldRole[]): Promise<void> {
  await trx('staff_roles').where({ staff_number: staffNumber }).delete()
  if (roles.length === 0) return
  await trx('staff_roles').insert(
    roles.map(held => ({
      staff_number: staffNumber,
      role: held.role,
      office_id: held.officeId ?? null,
      department_id: held.departmentId ?? null,
    })),
  )
}

/** How many accounts that work hold a role. */
export async function countHolders(db: Knex, role: Role): Promise<number> {
  const rows = (await db('staff_roles')
    .join('staff', 'staff.number', 'staff_roles.staff_number')
    .where({ 'staff_roles.role': role })
    .whereNull('staff.disabled_at')
    .countDistinct({ count: 'staff.number' })) as { count?: number | string }[]
  return Number(rows[0]?.count ?? 0)
}

/** A held role as the domain knows it. */
export function roleFrom(row: RoleRow): HeldRole {
  return {
    role: row.role as Role,
    ...(row.office_id !== null && { officeId: row.office_id }),
    ...(row.department_id !== null && { departmentId: row.department_id }),
  }
}
