import { isInForce } from '../calendar.ts'
import { withParts } from './zone-tree.ts'
import type { OfficeDate } from '../calendar.ts'
import type { Zone } from '../city.ts'
import type { Demand, Rule, Scope } from './occupancy-rule.ts'

/** A rule whose demand is of one kind. */
export type RuleOf<D extends Demand> = Rule & { readonly demand: D }

/** The rules of one office on one date: enabled, in force, and reaching at least one of its zones. */
export function rulesInForce(rules: readonly Rule[], officeZones: readonly Zone[], date: OfficeDate): Rule[] {
  return rules.filter(rule => rule.enabled && isInForce(rule, date) && zonesReached(rule.scope, officeZones).size > 0)
}

/** Those of the rules that make one kind of demand. */
export function rulesOf<K extends Demand['kind']>(rules: readonly Rule[], kind: K): RuleOf<Extract<Demand, { kind: K }>>[] {
  return rules.filter((rule): rule is RuleOf<Extract<Demand, { kind: K }>> => rule.demand.kind === kind)
}

/**
 * Ids of the zones that a scope names, out of one office's zones. Whoever is in a part of a zone is in the
 * zone too, so a rule of the building bounds everybody in it without reaching the parts themselves.
 */
export function zonesReached(scope: Scope, officeZones: readonly Zone[]): Set<string> {
  const named = officeZones.filter(zone => isNamed(scope, zone)).map(zone => zone.id)
  return scope.parts ? new Set(named.flatMap(zoneId => [...withParts(officeZones, zoneId)])) : new Set(named)
}

function isNamed(scope: Scope, zone: Zone): boolean {
  if (scope.offices && !scope.offices.includes(zone.officeId)) return false
  if (!scope.zones && !scope.zoneKinds) return zone.parentId === undefined
  return (scope.zones?.includes(zone.id) ?? true) && (scope.zoneKinds?.includes(zone.kind) ?? true)
}
