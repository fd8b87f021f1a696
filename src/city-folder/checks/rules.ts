import { notEvaluable } from '../../domain/capacity/not-evaluable.ts'
import { zonesReached } from '../../domain/capacity/scope.ts'
import type { City } from '../../domain/city.ts'
import type { Problem } from '../problem.ts'
import type { Written } from '../written.ts'
import { tightestByRule, tooTight, type Tight } from './tight-rules.ts'

/** Rules that reach nothing, cannot be computed, or can never be used in full. */
export function ruleProblems(written: Written, city: City): Problem[] {
  if (written.zones.problems.length > 0) return [] // a rule may reach the very zone that cannot be read
  const lacking = notEvaluable(city)
  const isWhole = lacking.length + written.rules.problems.length === 0 // what is missing could be the very gap between visits
  const tight = isWhole ? tightestByRule(city) : new Map<string, Tight>()
  return written.rules.sound.flatMap(entry => {
    const { id, scope } = entry.value
    const reached = zonesReached(scope, city.zones)
    const found = tight.get(id)
    return [
      ...(reached.size === 0 ? [entry.problem(['where'], 'no zone is reached by this rule')] : []),
      ...lacking
        .filter(({ ruleId }) => ruleId === id)
        .map(({ zoneId, missing }) =>
          entry.problem(
            ['kind'],
            `zone ${zoneId} has no ${fieldNames[missing]}, so its limit cannot be computed; that never means no limit`,
          ),
        ),
      ...(found ? [entry.problem(['kind'], tooTight(found))] : []),
    ]
  })
}

const fieldNames = {
  'public-area': 'area-m2',
  'gross-area': 'gross-area-m2',
  'residual-area': 'residual-area-m2',
  'fire-capacity': 'fire-capacity',
  'design-capacity': 'design-capacity',
}
