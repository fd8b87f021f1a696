import type { City, Language } from '../../domain/city.ts'
import type { StaffOnDuty } from '../../domain/staff/staff.ts'
import { wordsFor } from '../../language/words.ts'
import { departmentsFor, officesFor, type DeskPlace } from './place.ts'

/** What can be chosen of the place: offices, parts of one, and its desks. Only what this person may see. */
export function placeChoices(city: City, staff: StaffOnDuty, place: DeskPlace, language: Language) {
  const t = wordsFor(language)
  const { departments, every } = departmentsFor(city, staff, place.office.id)
  const groups = city.deskGroups.filter(
    group => group.officeId === place.office.id && departments.some(({ id }) => id === group.departmentId),
  )
  return {
    offices: officesFor(city, staff).map(({ id, name }) => ({ id, name: name[language] })),
    scopes: [
      ...(every ? [{ id: '', name: t('desk.whole-office') }] : []),
      ...(place.desk ? [{ id: 'mine', name: t('desk.only-mine') }] : []),
    ],
    departments: departments.map(({ id, name }) => ({ id: `d:${id}`, name: name[language] })),
    groups: groups.map(({ id, name }) => ({ id: `g:${id}`, name: name[language] })),
    desks: groups.map(group => ({
      name: group.name[language],
      desks: city.desks
        .filter(desk => desk.deskGroupId === group.id)
        .map(({ id, label }) => ({ id, name: t('desk.desk-named', { desk: label }) })),
    })),
    chosen: { office: place.office.id, scope: place.scope, desk: place.desk?.id ?? '', date: place.date, view: place.view },
  }
}
