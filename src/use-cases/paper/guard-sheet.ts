import type { City } from '../../domain/city.ts'
import type { Day } from '../../domain/capacity/day.ts'
import type { ConductTopic } from '../../domain/capacity/occupancy-rule.ts'
import { rulesInForce, rulesOf } from '../../domain/capacity/scope.ts'
import { visitMark, type PaperVisit } from '../../domain/paper/paper-mark.ts'
import type { GuardRow, GuardSheet, RoomLimit, SheetHead } from '../../paper/values.ts'

/** The number to call for help, wherever in the Union. */
const emergencyPhone = '112'

/**
 * The list that a guard holds: times, ends of references, persons, rooms; no names, no matters.
 *
 * @param earlier  marks of the visits on the sheet printed before, by booking number; absent: none was
 */
export function guardSheet(
  { city, day, head, limits }: { city: City; day: Day; head: SheetHead; limits: readonly RoomLimit[] },
  visits: readonly PaperVisit[],
  conduct: (topic: ConductTopic) => string,
  earlier?: ReadonlyMap<number, string>,
): GuardSheet {
  return {
    ...head,
    limits,
    emergencyPhone,
    rules: topicsOf(city, day).map(conduct),
    rows: visits.map(visit => ({
      ...rowOf(city, day, head, visit),
      ...(earlier && earlier.get(visit.bookingNumber) !== visitMark(visit) && { changed: true }),
    })),
  }
}

function rowOf(city: City, day: Day, { language }: SheetHead, visit: PaperVisit): GuardRow {
  const zoneId = city.desks.find(({ id }) => id === visit.deskId)?.zoneId
  return {
    start: visit.start,
    entry: Math.max(0, visit.start - day.plan.earlyEntryMinutes),
    referenceEnd: visit.referenceEnd,
    room: city.zones.find(({ id }) => id === zoneId)?.name[language] ?? '',
    persons: visit.persons,
    exempt: visit.exempt,
  }
}

/** What a guard tells people who come in; what to bring is told elsewhere. */
function topicsOf(city: City, { plan }: Day): ConductTopic[] {
  const zones = city.zones.filter(zone => zone.officeId === plan.officeId)
  const told = rulesOf(rulesInForce(city.rules, zones, plan.date), 'conduct').flatMap<ConductTopic>(rule => rule.demand.topics)
  return [...new Set(told)].filter(topic => atTheDoor.has(topic))
}

const atTheDoor: ReadonlySet<ConductTopic> = new Set(['face-covering', 'hand-disinfection', 'gloves', 'queue-distance'])
