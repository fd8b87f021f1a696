import { tickMinutes } from '../calendar.ts'
import { isWayClosedTo } from './date-gate.ts'
import { occupancyOf } from './occupancy.ts'
import { passagesTo } from './passages-to.ts'
import { shiftsByDesk } from './roster.ts'
import type { Span } from '../calendar.ts'
import type { Day, Shift } from './day.ts'
import type { DeskTime, Occupancy } from './occupancy.ts'
import type { Passage } from './passage.ts'
import type { Visit } from './visit.ts'
import type { EligibleDesk } from './eligible-desks.ts'

/** Desks of a day that can do a visit, and the ways to them: all that does not depend on the start or the moment. */
export interface Candidates {
  /** Least versatile first, then by id. */
  readonly desks: readonly Candidate[]
  readonly ways: readonly Way[]
  /** Ticks for which a desk is taken. */
  readonly deskTicks: number
  /** What the ways lead through, each once. */
  readonly passages: readonly Passage[]
}

export interface Candidate {
  readonly desk: EligibleDesk
  readonly time: DeskTime
  /** Of this desk, on this day. */
  readonly shifts: readonly Shift[]
  /** Every shift may be claimed by the visit's channel. */
  readonly alwaysOpen: boolean
  readonly way: Way
}

/** To one zone with desks: its breaks, and what a party passes on its way, the zone itself first. */
export interface Way {
  readonly zoneId: string
  readonly breaks: readonly Span[]
  readonly passages: readonly Passage[]
}

const known = new WeakMap<Occupancy, Map<string, Kept>>()

interface Kept {
  readonly desks: Visit['desks']
  readonly candidates: Candidates
}

/** So many kinds of visits are kept ready for a day. */
const mostKinds = 16

/** Prepares one visit on one day. What was prepared follows the occupancy, and serves every visit of its kind from then on. */
export function candidatesOf(day: Day, visit: Visit): Candidates {
  const occupancy = occupancyOf(day)
  const kinds = known.get(occupancy) ?? new Map<string, Kept>()
  known.set(occupancy, kinds)
  const kind = kindOf(visit)
  const kept = kinds.get(kind)
  if (kept?.desks === visit.desks) return kept.candidates

  const candidates = findCandidates(day, visit, occupancy)
  if (kinds.size >= mostKinds) kinds.clear()
  kinds.set(kind, { desks: visit.desks, candidates })
  return candidates
}

/** All of a visit, besides its desks, on which candidates and their ways depend. */
function kindOf({ serviceId, minutes, channel, party }: Visit): string {
  return `${serviceId} ${minutes} ${channel} ${party.persons} ${JSON.stringify(party.companions)}`
}

function findCandidates(day: Day, visit: Visit, occupancy: Occupancy): Candidates {
  const ofDesk = shiftsByDesk(day.plan.shifts)
  const shared = new Map<string, Passage>()
  const ways = new Map<string, Way>()
  const desks: Candidate[] = []
  for (const desk of visit.desks) {
    const time = desk.officeId === day.plan.officeId ? occupancy.desks.get(desk.id) : undefined
    if (!time || isWayClosedTo(day.plan, desk.zoneId, visit.serviceId)) continue

    const way = ways.get(desk.zoneId) ?? {
      zoneId: desk.zoneId,
      breaks: day.plan.airing.get(desk.zoneId) ?? [],
      passages: passagesTo(desk.zoneId, day, visit, shared),
    }
    ways.set(desk.zoneId, way)
    const shifts = ofDesk.get(desk.id) ?? []
    desks.push({ desk, time, shifts, way, alwaysOpen: shifts.every(shift => shift.channels.includes(visit.channel)) })
  }
  return {
    desks,
    ways: [...ways.values()],
    deskTicks: Math.ceil((visit.minutes + day.plan.turnoverMinutes) / tickMinutes),
    passages: [...shared.values()],
  }
}

/**
 * Whether ways part and meet again: two passages share a way while each has a way of its own. Whether one more party has
 * room depends then on which desks went first; where none do, any order fills the same places.
 */
export function doCross({ ways, passages }: Candidates): boolean {
  const through = passages.map(passage => ways.filter(way => way.passages.includes(passage)))
  return through.some(one =>
    through.some(
      other =>
        one.some(way => other.includes(way)) && one.some(way => !other.includes(way)) && other.some(way => !one.includes(way)),
    ),
  )
}
