import { tickMinutes, type Minute } from '../calendar.ts'
import type { City, Desk } from '../city.ts'
import type { DayPlan, ZoneLimits } from '../capacity/day.ts'
import { strictest, type HeadCountRule } from '../capacity/limits.ts'
import { countsHeads, type Rule } from '../capacity/occupancy-rule.ts'
import { rulesInForce, zonesReached } from '../capacity/scope.ts'
import { withParts } from '../capacity/zone-tree.ts'
import { isEmptied } from './room-heads.ts'

/**
 * The plan with the limits of this tick as they are in fact: a desk whose shift has ended stays staffed as long as its clerk
 * has somebody there or calls. Nobody books by these limits; they only say whether those who wait can still be called.
 *
 * @param deskIds  desks at which a clerk is: they call, have called, or serve. Those without a shift that ended today are
 *                 left out, for the plan has promised nothing on their behalf
 */
export function planInFact(city: Pick<City, 'desks' | 'rules'>, plan: DayPlan, deskIds: readonly string[], now: Minute): DayPlan {
  const staying = new Set(deskIds.filter(deskId => hasStayed(plan, deskId, now)))
  if (staying.size === 0) return plan

  const zones = plan.zones.map(({ zone }) => zone)
  const rules = rulesInForce(city.rules, zones, plan.date).filter(isHeadCount)
  const isStaffed = ({ id }: Desk) =>
    staying.has(id) || plan.shifts.some(shift => shift.deskId === id && isAt(plan, shift.span, now))
  return {
    ...plan,
    zones: plan.zones.map(limits => {
      const inside = withParts(zones, limits.zone.id)
      const desks = city.desks.filter(desk => inside.has(desk.zoneId))
      if (!desks.some(({ id }) => staying.has(id)) || isEmptied(limits, now)) return limits
      const reaching = rules.filter(rule => zonesReached(rule.scope, zones).has(limits.zone.id))
      const at = { zone: limits.zone, staffedDesks: desks.filter(isStaffed).length, installedDesks: desks.length }
      const limit = strictest(reaching, at)
      return limit ? withLimit(limits, limit.persons, limit.rule.id, now) : limits
    }),
  }
}

function hasStayed(plan: DayPlan, deskId: string, now: Minute): boolean {
  const spans = plan.shifts.filter(shift => shift.deskId === deskId).map(({ span }) => span)
  return spans.some(span => span.to <= now) && !spans.some(span => isAt(plan, span, now))
}

/** From the early entry on, as the plan itself counts desks. */
function isAt({ earlyEntryMinutes }: DayPlan, span: { from: Minute; to: Minute }, now: Minute): boolean {
  return span.from - earlyEntryMinutes <= now && now < span.to
}

function withLimit(limits: ZoneLimits, persons: number, ruleId: string, now: Minute): ZoneLimits {
  const tick = tickOf(now)
  return {
    ...limits,
    counted: limits.counted.with(tick, persons),
    bindingRuleIds: limits.bindingRuleIds.with(tick, ruleId),
  }
}

function tickOf(now: Minute): number {
  return Math.floor(Math.min(now, 1439) / tickMinutes)
}

function isHeadCount(rule: Rule): rule is HeadCountRule {
  return countsHeads(rule.demand)
}
