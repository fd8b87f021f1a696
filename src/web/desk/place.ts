import { z } from 'zod'
import { isOfficeDate, type OfficeDate } from '../../domain/calendar.ts'
import type { City, Desk, Office } from '../../domain/city.ts'
import { may, officesWhere } from '../../domain/staff/roles.ts'
import type { Action } from '../../domain/staff/actions.ts'
import type { StaffOnDuty } from '../../domain/staff/staff.ts'
import type { DeskScope } from '../../use-cases/desk/day-at-desks.ts'
import { officeNamed } from '../api/known.ts'
import { NotAllowed } from '../faults.ts'
import type { Query } from '../paths.ts'

/** Which day somebody looks at, which part of it, and at which desk they sit. */
export interface DeskPlace {
  readonly office: Office
  readonly date: OfficeDate
  readonly today: OfficeDate
  readonly nowMinute: number
  /** `d:` a department, `g:` a desk group, `mine` the own desk; empty: the whole office. */
  readonly scope: string
  readonly desk: Desk | undefined
  readonly view: 'time' | 'desk'
  /** Visits that are over are shown too. */
  readonly all: boolean
}

const shortText = z.string().max(100).optional().catch(undefined)

const questions = z.object({
  office: shortText,
  scope: shortText,
  desk: shortText,
  date: z
    .string()
    .refine(typed => isOfficeDate(typed))
    .optional()
    .catch(undefined),
  view: z.enum(['time', 'desk']).optional().catch(undefined),
  all: z.enum(['0', '1']).optional().catch(undefined),
})

/** What an address, a form or the cookie says of the place; nonsense counts as nothing. */
export type AskedPlace = z.infer<typeof questions>

/** Reads the place from an address or a form. */
export function askedPlace(given: unknown): AskedPlace {
  return questions.parse(given ?? {})
}

/**
 * The place asked for, as far as this person may see it; what is not said is taken from the cookie, then from their roles.
 *
 * @throws {NotFound} for an unknown office @throws {NotAllowed} for one that is not theirs
 */
export function placeOf(
  city: City,
  staff: StaffOnDuty,
  asked: AskedPlace,
  remembered: AskedPlace,
  now: (timeZone: string) => { date: OfficeDate; minute: number },
): DeskPlace {
  const office = officeFor(city, staff, asked.office, remembered.office)
  const last = office.id === remembered.office ? remembered : {}
  const { date: today, minute } = now(office.timeZone)
  const deskId = asked.desk ?? last.desk
  const desk = city.desks.find(each => each.id === deskId && each.officeId === office.id && seesDesk(city, staff, each))
  return {
    office,
    date: asked.date ?? today,
    today,
    nowMinute: minute,
    scope: scopeFor(city, staff, office, desk, asked.scope ?? last.scope ?? ''),
    desk,
    view: asked.view ?? last.view ?? 'time',
    all: (asked.all ?? (asked.date === undefined || asked.date === today ? '0' : '1')) === '1',
  }
}

/** The place as values of an address; the date only if it is not today. */
export function placeQuery({ office, date, today, scope, desk, view, all }: DeskPlace): Query {
  return {
    office: office.id,
    scope,
    desk: desk?.id,
    view: view === 'desk' ? view : undefined,
    date: date === today ? undefined : date,
    all: all && date === today ? '1' : undefined,
  }
}

/** The part of the day that a scope names. */
export function scopeOf({ scope, desk }: Pick<DeskPlace, 'scope' | 'desk'>): DeskScope {
  if (scope.startsWith('d:')) return { departmentId: scope.slice(2) }
  if (scope.startsWith('g:')) return { deskGroupId: scope.slice(2) }
  return scope === 'mine' && desk ? { deskId: desk.id } : {}
}

/** Offices that somebody may see. */
export function officesFor(city: City, staff: StaffOnDuty, action: Action = 'see-day'): Office[] {
  const theirs = officesWhere(staff.roles, action)
  return city.offices.filter(office => theirs === 'all' || theirs.includes(office.id))
}

/** Departments with desks in an office in which somebody may do this, and whether that is every one. */
export function departmentsFor(city: City, staff: StaffOnDuty, officeId: string, action: Action = 'see-day') {
  const here = new Set(city.deskGroups.filter(group => group.officeId === officeId).map(group => group.departmentId))
  const departments = city.departments.filter(({ id }) => here.has(id))
  const theirs = departments.filter(({ id }) => may(staff.roles, action, officeId, id))
  return { departments: theirs, every: theirs.length === departments.length }
}

function officeFor(city: City, staff: StaffOnDuty, asked: string | undefined, last: string | undefined): Office {
  const theirs = officesFor(city, staff)
  if (asked !== undefined && asked !== '') {
    const office = officeNamed(city, asked)
    if (!theirs.includes(office)) throw new NotAllowed()
    return office
  }
  const office = theirs.find(({ id }) => id === last) ?? theirs[0]
  if (!office) throw new NotAllowed()
  return office
}

function seesDesk(city: City, staff: StaffOnDuty, desk: Desk): boolean {
  const group = city.deskGroups.find(({ id }) => id === desk.deskGroupId)
  return may(staff.roles, 'see-day', desk.officeId, group?.departmentId)
}

function scopeFor(city: City, staff: StaffOnDuty, office: Office, desk: Desk | undefined, wanted: string): string {
  const { departments, every } = departmentsFor(city, staff, office.id)
  const isTheirs = (departmentId: string | undefined) => departments.some(({ id }) => id === departmentId)
  if (wanted === 'mine' && desk) return wanted
  if (wanted.startsWith('d:') && isTheirs(wanted.slice(2))) return wanted
  const group = city.deskGroups.find(({ id, officeId }) => officeId === office.id && `g:${id}` === wanted)
  if (group && isTheirs(group.departmentId)) return wanted
  return every ? '' : `d:${departments[0]?.id ?? ''}`
}
