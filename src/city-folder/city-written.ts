import type { City } from '../domain/city.ts'
import type { Entries } from './entries.ts'
import { desksOf } from './shapes/desks.ts'
import type { Written } from './written.ts'

/** The city that the sound records of a folder make, at version 0; `undefined` without a sound organisation and policy. */
export function cityWritten(written: Written): City | undefined {
  const [organisation] = valuesOf(written.organisation)
  const [policy] = valuesOf(written.policy)
  if (!organisation || !policy) return undefined

  const groups = valuesOf(written.deskGroups)
  return {
    version: 0,
    organisation,
    offices: valuesOf(written.offices).map(office => ({ ...office, timeZone: office.timeZone ?? organisation.timeZone })),
    zones: valuesOf(written.zones),
    departments: valuesOf(written.departments),
    deskGroups: groups.map(({ group }) => group),
    desks: groups.flatMap(desksOf),
    services: valuesOf(written.services),
    documents: valuesOf(written.documents),
    onlineSystems: valuesOf(written.onlineSystems),
    dropBoxes: valuesOf(written.dropBoxes),
    needs: valuesOf(written.needs),
    rules: valuesOf(written.rules),
    specialDays: valuesOf(written.specialDays),
    policy,
  }
}

function valuesOf<Value>(entries: Entries<Value>): Value[] {
  return entries.sound.map(({ value }) => value)
}
