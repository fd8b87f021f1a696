import type { City, Desk } from '../../domain/city.ts'
import type { DeskRow } from './desk-row.ts'

/** Which part of the day a screen or a sheet shows. Without any: the whole office. */
export interface DeskScope {
  readonly departmentId?: string
  readonly deskGroupId?: string
  readonly deskId?: string
}

/** Whether a desk belongs to a scope. */
export function isInScope(city: City, scope: DeskScope, desk: Desk): boolean {
  const group = city.deskGroups.find(each => each.id === desk.deskGroupId)
  return (
    (scope.departmentId === undefined || scope.departmentId === group?.departmentId) &&
    (scope.deskGroupId === undefined || scope.deskGroupId === desk.deskGroupId) &&
    (scope.deskId === undefined || scope.deskId === desk.id)
  )
}

/** Whether a visit belongs to a scope: where it was called, else where it is promised. */
export function isRowInScope(scope: DeskScope, row: DeskRow): boolean {
  return (
    (scope.departmentId === undefined || scope.departmentId === row.departmentId) &&
    (scope.deskGroupId === undefined || scope.deskGroupId === row.deskGroupId) &&
    (scope.deskId === undefined || scope.deskId === (row.ticket?.deskId ?? row.deskId))
  )
}
