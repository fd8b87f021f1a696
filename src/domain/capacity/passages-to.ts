import { tickMinutes, ticksPerDay } from '../calendar.ts'
import { occupancyOf } from './occupancy.ts'
import { staysAround, weightIn } from './stay.ts'
import type { Minute, Span } from '../calendar.ts'
import type { Day, ZoneLimits } from './day.ts'
import type { Visit } from './visit.ts'
import type { ZoneRoom } from './occupancy.ts'
import type { Passage } from './passage.ts'

/**
 * What a party passes on its way to desks in a zone, that zone first. Stays are parted at the start, since desks that
 * share a zone afterwards need not share it before.
 *
 * @param shared  passages met so far, by name; those met for the first time are added
 */
export function passagesTo(zoneId: string, day: Day, visit: Visit, shared: Map<string, Passage>): Passage[] {
  return staysAround(day.plan, zoneId, 0, visit.minutes).flatMap(({ limits, span }) =>
    partsOf(span).map(part => {
      const name = `${part.name} ${limits.zone.id}`
      const passage = shared.get(name) ?? passageOf(limits, part, day, visit, shared.size)
      shared.set(name, passage)
      return passage
    }),
  )
}

function partsOf(span: Span): { name: 'before' | 'after'; from: Minute; to: Minute }[] {
  const before = { name: 'before' as const, from: span.from, to: Math.min(0, span.to) }
  const after = { name: 'after' as const, from: Math.max(0, span.from), to: span.to }
  return [after, before].filter(part => part.from < part.to)
}

const noRoom: ZoneRoom = { counted: new Int32Array(ticksPerDay), bodies: new Int32Array(ticksPerDay) }

function passageOf(limits: ZoneLimits, part: Span, day: Day, visit: Visit, index: number): Passage {
  return {
    index,
    limits,
    room: occupancyOf(day).zones.get(limits.zone.id) ?? noRoom,
    fromTick: Math.floor(part.from / tickMinutes),
    toTick: Math.ceil(part.to / tickMinutes),
    ...weightIn(limits, visit.party),
  }
}
