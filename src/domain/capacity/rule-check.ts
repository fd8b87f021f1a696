import { planOfDay } from './plan.ts'
import { rulesInForce, zonesReached } from './scope.ts'
import { pathUp, byId, rootFirst } from './zone-tree.ts'
import type { OfficeDate } from '../calendar.ts'
import type { City, Zone } from '../city.ts'
import type { DayPlan } from './day.ts'
import type { Demand, Rule } from './occupancy-rule.ts'

/** A rule of one person per desk that the gaps between visits do not let anybody use fully. Minutes. */
export interface TightPerDesk {
  readonly ruleId: string
  readonly zoneId: string
  /** How early a party is in the desk's own zone; 0 where it waits in another. */
  readonly earlyMinutes: number
  readonly leavingMinutes: number
  readonly turnoverMinutes: number
  /** How long two parties of one desk are in the zone at once: early + leaving − turnover. */
  readonly overlapMinutes: number
}

/**
 * Rules of fewer than two persons per desk that are too tight on a date: one party comes before the one before it
 * has left, so two share a limit that is made for one (capacity model, section 3).
 *
 * @returns one entry per rule and zone with desks; numbers only, the words are the caller's
 */
export function unusablePerDeskRule(city: City, officeId: string, date: OfficeDate): TightPerDesk[] {
  const plan = planOfDay(city, officeId, date, [])
  const zones = rootFirst(city.zones, officeId)
  const tight = rulesInForce(city.rules, zones, date).filter(rule => givesEachDeskOne(rule.demand))
  return tight.flatMap(rule => {
    const reached = zonesReached(rule.scope, zones)
    const withDesks = zones.filter(zone => reached.has(zone.id) && city.desks.some(desk => desk.zoneId === zone.id))
    return withDesks.map(zone => gapsIn(plan, rule, zone)).filter(gaps => gaps.overlapMinutes > 0)
  })
}

function givesEachDeskOne(demand: Demand | { readonly kind: 'no-limit' }): boolean {
  if (demand.kind === 'per-desk') return demand.personsPerDesk < 2
  if (demand.kind === 'area-switch') return [demand.below, demand.above].some(givesEachDeskOne)
  if (demand.kind === 'lesser-of') return demand.demands.some(givesEachDeskOne)
  return demand.kind === 'greater-of' && demand.demands.every(givesEachDeskOne)
}

function gapsIn(plan: DayPlan, rule: Rule, zone: Zone): TightPerDesk {
  const waits = pathUp(byId(plan.zones.map(limits => limits.zone)), zone.waitingZoneId ?? zone.id)
  const earlyMinutes = waits.includes(zone.id) ? plan.earlyEntryMinutes : 0
  const { leavingMinutes, turnoverMinutes } = plan
  const overlapMinutes = earlyMinutes + leavingMinutes - turnoverMinutes
  return { ruleId: rule.id, zoneId: zone.id, earlyMinutes, leavingMinutes, turnoverMinutes, overlapMinutes }
}
