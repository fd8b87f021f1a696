import { RuleNotEvaluable, strictest } from './limits.ts'
import { countsHeads } from './occupancy-rule.ts'
import { zonesReached } from './scope.ts'
import { rootFirst } from './zone-tree.ts'
import type { City, Zone } from '../city.ts'
import type { HeadCountRule, Unknown } from './limits.ts'

/** A rule that cannot be computed for a zone that it reaches, and what is unknown there. */
export interface NotEvaluable {
  readonly ruleId: string
  readonly zoneId: string
  readonly missing: Unknown
}

/** Every enabled head-count rule that lacks an area or a capacity in a zone that it reaches, whatever its dates. */
export function notEvaluable(city: City): NotEvaluable[] {
  const rules = city.rules.filter((rule): rule is HeadCountRule => rule.enabled && countsHeads(rule.demand))
  return city.offices.flatMap(office => {
    const zones = rootFirst(city.zones, office.id)
    return rules.flatMap(rule => {
      const reached = zonesReached(rule.scope, zones)
      return zones.filter(zone => reached.has(zone.id)).flatMap(zone => unknownIn(rule, zone))
    })
  })
}

function unknownIn(rule: HeadCountRule, zone: Zone): NotEvaluable[] {
  try {
    strictest([rule], { zone, staffedDesks: 0, installedDesks: 0 })
    return []
  } catch (error) {
    if (!(error instanceof RuleNotEvaluable)) throw error
    return [{ ruleId: rule.id, zoneId: zone.id, missing: error.missing }]
  }
}
