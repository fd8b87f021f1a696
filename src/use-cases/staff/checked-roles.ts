import { roles as allRoles } from '../../domain/staff/role.ts'
import type { HeldRole } from '../../domain/staff/roles.ts'
import { findCity } from '../../repositories/city.ts'
import type { House } from '../house.ts'
import { AccountRefused } from './errors.ts'

/** The roles, each once, if the city has their offices and departments. @throws {AccountRefused} */
export async function checkedRoles(house: House, roles: readonly HeldRole[]): Promise<HeldRole[]> {
  const city = await findCity(house.db)
  for (const { role, officeId, departmentId } of roles) {
    if (role === 'admin' && (officeId !== undefined || departmentId !== undefined)) throw new AccountRefused('admin-everywhere')
    if (officeId !== undefined && !city?.offices.some(office => office.id === officeId)) throw new AccountRefused('office')
    if (departmentId !== undefined && !city?.departments.some(each => each.id === departmentId)) {
      throw new AccountRefused('department')
    }
  }
  return [...new Map(roles.map(held => [written(held), held])).values()]
}

/** As the audit log and the command line write roles: `clerk CA/residents, manager`. */
export function writtenRoles(roles: readonly HeldRole[]): string {
  return roles.map(written).join(', ')
}

/** A role as `writtenRoles` wrote it; `undefined` for what is none, or was cut off. */
export function heldRole(text: string): HeldRole | undefined {
  const [, name, officeId, departmentId] = /^(\S+)(?: ([^/]+)(?:\/(.+))?)?$/.exec(text) ?? []
  const role = allRoles.find(each => each === name)
  if (!role) return undefined
  return {
    role,
    ...(officeId !== undefined && officeId !== '*' && { officeId }),
    ...(departmentId !== undefined && { departmentId }),
  }
}

function written({ role, officeId, departmentId }: HeldRole): string {
  if (officeId === undefined && departmentId === undefined) return role
  return `${role} ${officeId ?? '*'}${departmentId === undefined ? '' : `/${departmentId}`}`
}
