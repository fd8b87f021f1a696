import { rulesOf, zonesReached } from './scope.ts'
import { withParts } from './zone-tree.ts'
import type { Span } from '../calendar.ts'
import type { Zone } from '../city.ts'
import type { Rule } from './occupancy-rule.ts'
import type { Emptied } from './zone-limits.ts'

/** Stretches in which no visit may start, by zone: a break in a zone is a break in all its parts. */
export function airings(rules: readonly Rule[], zones: readonly Zone[], hours: readonly Span[]): Map<string, readonly Span[]> {
  const spans = new Map<string, readonly Span[]>()
  for (const rule of rulesOf(rules, 'ventilation')) {
    const reached = [...zonesReached(rule.scope, zones)].flatMap(zoneId => [...withParts(zones, zoneId)])
    for (const zoneId of new Set(reached)) {
      spans.set(zoneId, [...(spans.get(zoneId) ?? []), ...breaks(hours, rule.demand.everyMinutes, rule.demand.forMinutes)])
    }
  }
  return spans
}

/** Stretches in which a zone must be empty to be aired. */
export function emptiedToAir(rules: readonly Rule[], zones: readonly Zone[], hours: readonly Span[]): Emptied[] {
  return rulesOf(rules, 'ventilation')
    .filter(rule => rule.demand.zoneMustBeEmpty)
    .flatMap(rule =>
      [...zonesReached(rule.scope, zones)].flatMap(zoneId =>
        breaks(hours, rule.demand.everyMinutes, rule.demand.forMinutes).map(span => ({ zoneId, span, ruleId: rule.id })),
      ),
    )
}

/** The k-th break of a stretch of opening begins k times `every` after its start; the last begins before it ends. */
function breaks(hours: readonly Span[], every: number, duration: number): Span[] {
  return hours.flatMap(open => {
    const count = Math.max(0, Math.ceil((open.to - open.from) / every) - 1)
    return Array.from({ length: count }, (_, k) => {
      const from = open.from + (k + 1) * every
      return { from, to: Math.min(from + duration, open.to) }
    })
  })
}
