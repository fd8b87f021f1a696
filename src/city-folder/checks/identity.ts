import { lastingName } from '../../domain/subjects.ts'
import type { Entry } from '../entries.ts'
import type { Problem } from '../problem.ts'
import type { FieldPath } from '../source.ts'
import type { Written } from '../written.ts'
import { deskIdProblems } from './desk-ids.ts'

/** Names, numbers and letters that must be told apart and are not. */
export function identityProblems(written: Written): Problem[] {
  const { offices, zones, departments, deskGroups, documents, onlineSystems, needs, rules, services } = written
  return [
    ...[offices, zones, departments, documents, onlineSystems, needs, rules, services].flatMap(({ sound }) =>
      twice<{ readonly id: string }>(
        sound,
        ['id'],
        ({ id }) => id,
        id => `the id ${id} is used before`,
      ),
    ),
    ...twice(
      deskGroups.sound,
      ['id'],
      ({ group }) => group.id,
      id => `the id ${id} is used before`,
    ),
    ...[offices, services].flatMap(({ sound }) =>
      twice<{ readonly number: number }>(
        sound,
        ['number'],
        ({ number }) => String(number),
        number => `the number ${number} is used before`,
      ),
    ),
    ...twice(
      deskGroups.sound,
      ['letter'],
      ({ group }) => `${group.ticketLetter} in office ${group.officeId}`,
      letter => `the letter ${letter} is used before; tickets of two groups could not be told apart`,
    ),
    ...deskIdProblems(deskGroups.sound),
    ...twice(written.dropBoxes.sound, [], lastingName, () => 'this box stands twice'),
    ...twice(written.specialDays.sound, [], lastingName, () => 'this day stands twice'),
  ]
}

function twice<Value>(
  entries: readonly Entry<Value>[],
  field: FieldPath,
  nameOf: (value: Value) => string,
  message: (name: string) => string,
): Problem[] {
  const names = entries.map(entry => nameOf(entry.value))
  return entries.flatMap((entry, place) => {
    const name = names[place] ?? ''
    return names.indexOf(name) < place ? [entry.problem(field, message(name))] : []
  })
}
