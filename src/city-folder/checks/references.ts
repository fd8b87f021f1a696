import type { Demand } from '../../domain/capacity/occupancy-rule.ts'
import type { Entry, Names } from '../entries.ts'
import type { Problem } from '../problem.ts'
import type { FieldPath } from '../source.ts'
import type { Written } from '../written.ts'

/** References to records that are not there. */
export function referenceProblems(written: Written): Problem[] {
  return [
    ...written.offices.sound.flatMap(entry =>
      entry.value.opening.flatMap((hours, place) =>
        unknown(entry, ['opening', place, 'services-only'], 'service', hours.servicesOnly, written.services.names),
      ),
    ),
    ...written.zones.sound.flatMap(entry => [
      ...unknown(entry, ['office'], 'office', [entry.value.officeId], written.offices.names),
      ...unknown(entry, ['inside'], 'zone', entry.value.parentId, written.zones.names),
      ...unknown(entry, ['waits-in'], 'zone', entry.value.waitingZoneId, written.zones.names),
    ]),
    ...written.deskGroups.sound.flatMap(entry => [
      ...unknown(entry, ['office'], 'office', entry.value.group.officeId, written.offices.names),
      ...unknown(entry, ['zone'], 'zone', entry.value.zoneId, written.zones.names),
      ...unknown(entry, ['department'], 'department', entry.value.group.departmentId, written.departments.names),
      ...entry.value.roster.flatMap((line, place) =>
        unknown(entry, ['roster', place, 'desks'], 'desk', line.labels, new Set(entry.value.labels)),
      ),
    ]),
    ...written.services.sound.flatMap(entry => [
      ...unknown(entry, ['department'], 'department', entry.value.departmentId, written.departments.names),
      ...unknown(entry, ['desk-groups'], 'desk group', entry.value.deskGroupIds, written.deskGroups.names),
      ...unknown(entry, ['documents'], 'document', entry.value.documentIds, written.documents.names),
      ...unknown(
        entry,
        ['ways', 'online', 'system'],
        'online system',
        entry.value.ways.online?.systemId,
        written.onlineSystems.names,
      ),
    ]),
    ...written.dropBoxes.sound.flatMap(entry =>
      unknown(entry, ['office'], 'office', entry.value.officeId, written.offices.names),
    ),
    ...written.specialDays.sound.flatMap(entry =>
      unknown(entry, ['office'], 'office', entry.value.officeId, written.offices.names),
    ),
    ...written.rules.sound.flatMap(entry => [
      ...unknown(entry, ['where', 'offices'], 'office', entry.value.scope.offices, written.offices.names),
      ...unknown(entry, ['where', 'zones'], 'zone', entry.value.scope.zones, written.zones.names),
      ...unknown(entry, ['except-services'], 'service', exceptionsOf(entry.value.demand), written.services.names),
    ]),
  ]
}

function unknown<Value>(
  entry: Entry<Value>,
  field: FieldPath,
  kind: string,
  named: string | readonly string[] | undefined,
  known: Names,
): Problem[] {
  const names = typeof named === 'string' ? [named] : (named ?? [])
  return names.filter(name => !known.has(name)).map(name => entry.problem(field, `there is no ${kind} ${name}`))
}

function exceptionsOf(demand: Demand): readonly string[] {
  return 'exceptServices' in demand ? demand.exceptServices : []
}
