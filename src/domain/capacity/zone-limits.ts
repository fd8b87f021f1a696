import { ticksPerDay } from '../calendar.ts'
import { unlimited } from './day.ts'
import { strictest, visitorsAllowed } from './limits.ts'
import { countsHeads } from './occupancy-rule.ts'
import { zonesReached } from './scope.ts'
import { ticksOf } from './spans.ts'
import { withParts } from './zone-tree.ts'
import type { Span } from '../calendar.ts'
import type { Desk, Zone } from '../city.ts'
import type { ZoneLimits } from './day.ts'
import type { HeadCountRule, Limit, ZoneAtTick } from './limits.ts'
import type { Rule } from './occupancy-rule.ts'

/** A stretch in which nobody may be in a zone, and the rule that says so, if it is one. */
export interface Emptied {
  readonly zoneId: string
  readonly span: Span
  readonly ruleId?: string
}

/**
 * The limits of one zone, tick by tick.
 *
 * @param rules    those in force at the office on the date
 * @param desks    the office's desks
 * @param staffed  ticks in which each desk is staffed
 * @param emptied  airings and closures of the day, of any zone
 * @throws {RuleNotEvaluable} if a rule needs an area or a capacity that is unknown
 */
export function zoneLimits(
  zone: Zone,
  officeZones: readonly Zone[],
  rules: readonly Rule[],
  desks: readonly Desk[],
  staffed: ReadonlyMap<string, Uint8Array>,
  emptied: readonly Emptied[],
): ZoneLimits {
  const headCounts = rules.filter(isHeadCount).filter(rule => zonesReached(rule.scope, officeZones).has(zone.id))
  const inside = withParts(officeZones, zone.id)
  const ownDesks = desks.filter(desk => inside.has(desk.zoneId))

  const counted = new Int32Array(ticksPerDay).fill(unlimited)
  const bodies = new Int32Array(ticksPerDay).fill(zone.fireCapacity ?? unlimited)
  const bindingRuleIds = new Array<string | undefined>(ticksPerDay).fill(undefined)
  const limitOf = limitByStaff(headCounts, zone, ownDesks.length)
  staffedCount(ownDesks, staffed).forEach((staffedDesks, tick) => {
    const limit = limitOf(staffedDesks)
    counted[tick] = limit?.persons ?? unlimited
    bindingRuleIds[tick] = limit?.rule.id
  })

  for (const empty of emptied.filter(stretch => stretch.zoneId === zone.id)) {
    const ticks = ticksOf(empty.span)
    counted.fill(0, ticks.from, ticks.to)
    bodies.fill(0, ticks.from, ticks.to)
    bindingRuleIds.fill(empty.ruleId, ticks.from, ticks.to)
  }
  return { zone, counted, bindingRuleIds, bodies, exempt: exemptions(headCounts, zone, ownDesks.length) }
}

/** The limit by the number of staffed desks: the only thing that changes within a day. */
function limitByStaff(
  rules: readonly HeadCountRule[],
  zone: Zone,
  installedDesks: number,
): (staffed: number) => Limit | undefined {
  const known = new Map<number, Limit | undefined>()
  return staffedDesks => {
    if (!known.has(staffedDesks)) known.set(staffedDesks, strictest(rules, { zone, staffedDesks, installedDesks }))
    return known.get(staffedDesks)
  }
}

/** How many of the desks are staffed, tick by tick. */
function staffedCount(desks: readonly Desk[], staffed: ReadonlyMap<string, Uint8Array>): Uint16Array {
  const count = new Uint16Array(ticksPerDay)
  for (const { id } of desks) staffed.get(id)?.forEach((here, tick) => (count[tick] = (count[tick] ?? 0) + here))
  return count
}

/** Kinds of companions that every rule which sets a limit here exempts, each with the least that any of them does. */
function exemptions(rules: readonly HeadCountRule[], zone: Zone, installedDesks: number): Map<string, number> {
  const at: ZoneAtTick = { zone, staffedDesks: 0, installedDesks }
  const [first, ...others] = rules.filter(rule => visitorsAllowed(rule, at) < unlimited)
  if (!first) return new Map()

  const exempt = first.counting.exempt.map(({ kind }) => {
    const most = [first, ...others].map(rule => exemptedBy(rule, kind))
    return [kind, Math.min(...most)] as const
  })
  return new Map(exempt.filter(([, most]) => most > 0))
}

function exemptedBy(rule: HeadCountRule, kind: string): number {
  const entry = rule.counting.exempt.find(exempt => exempt.kind === kind)
  return entry ? (entry.atMost ?? unlimited) : 0
}

function isHeadCount(rule: Rule): rule is HeadCountRule {
  return countsHeads(rule.demand)
}
