import { allowed, type Action } from './actions.ts'
import type { Role } from './role.ts'

/** A role, and where it is held: in one office and department, or in all where none is named. */
export interface HeldRole {
  readonly role: Role
  readonly officeId?: string
  readonly departmentId?: string
}

/**
 * Whether somebody with these roles may do this there.
 *
 * @param officeId      absent: wherever it is, holding the role in any office is enough
 * @param departmentId  absent: likewise for departments
 */
export function may(held: readonly HeldRole[], action: Action, officeId?: string, departmentId?: string): boolean {
  return held.some(
    each => allowed[action].includes(each.role) && reaches(each.officeId, officeId) && reaches(each.departmentId, departmentId),
  )
}

/** The offices in which they may do it: `all`, or these. */
export function officesWhere(held: readonly HeldRole[], action: Action): 'all' | readonly string[] {
  const helping = held.filter(each => allowed[action].includes(each.role))
  if (helping.some(each => each.officeId === undefined)) return 'all'
  return [...new Set(helping.flatMap(each => each.officeId ?? []))]
}

/** Whether a password alone is too little for these roles: managers and administrators also show a code of their telephone. */
export function needsSecondStep(held: readonly HeldRole[]): boolean {
  return held.some(each => each.role === 'manager' || each.role === 'admin')
}

function reaches(held: string | undefined, asked: string | undefined): boolean {
  return held === undefined || asked === undefined || held === asked
}
