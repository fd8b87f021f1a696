import { addDays, isInForce, type OfficeDate } from '../calendar.ts'
import type { City } from '../city.ts'
import { companionKinds, countsHeads, type CompanionKind, type ProtectedGroup, type Rule } from '../capacity/occupancy-rule.ts'

/** What must be asked of a party, because a rule in force makes a difference of it. */
export interface Questions {
  /** Companions whom some head-count rule does not count. */
  readonly companions: readonly CompanionKind[]
  /** Groups for whom hours are kept. */
  readonly groups: readonly ProtectedGroup[]
}

/** What to ask whoever books for a date from `from` to `to`, both included. What no rule asks is not asked. */
export function questionsFor(city: City, from: OfficeDate, to: OfficeDate): Questions {
  const rules = city.rules.filter(rule => rule.enabled && holdsWithin(rule, from, to))
  const exempt = new Set(rules.flatMap(rule => (countsHeads(rule.demand) ? rule.counting.exempt.map(({ kind }) => kind) : [])))
  const groups = rules.flatMap(({ demand }) => (demand.kind === 'protected-hours' ? [demand.group] : []))
  return { companions: companionKinds.filter(kind => exempt.has(kind)), groups: [...new Set(groups)] }
}

function holdsWithin(rule: Rule, from: OfficeDate, to: OfficeDate): boolean {
  if (isInForce(rule, from) || isInForce(rule, to)) return true
  return rule.validFrom !== undefined && addDays(from, 1) <= rule.validFrom && rule.validFrom <= to
}
