import { z } from 'zod'
import { roles } from '../../domain/staff/role.ts'
import type { HeldRole } from '../../domain/staff/roles.ts'

const role = z.enum(roles)
const held = z.union([z.string(), z.array(z.string()).max(100)]).catch([])

/** Roles in a form: ticks of those that are kept, and one that is added. */
export const roleFields = {
  held,
  role: role.or(z.literal('')).catch(''),
  office: z.string().max(100).catch(''),
  department: z.string().max(100).catch(''),
}

/** The roles that a form asks for; what is no role is left out. */
export function rolesFrom(form: { held: string | string[]; role: string; office: string; department: string }): HeldRole[] {
  const kept = [form.held].flat().map(tick => tick.split('|'))
  const added = [form.role, form.office, form.department]
  return [...kept, added].flatMap(([name, officeId = '', departmentId = '']) => {
    const parsed = role.safeParse(name)
    if (!parsed.success) return []
    return { role: parsed.data, ...(officeId && { officeId }), ...(departmentId && { departmentId }) }
  })
}

/** A held role as the value of its tick. */
export function tickOf({ role: name, officeId = '', departmentId = '' }: HeldRole): string {
  return [name, officeId, departmentId].join('|')
}
