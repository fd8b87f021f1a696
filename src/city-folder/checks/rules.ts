import { addDays } from '../../domain/calendar.ts'
import type { OfficeDate } from '../../domain/calendar.ts'
import { unusablePerDeskRule } from '../../domain/capacity/rule-check.ts'
import { notEvaluable } from '../../domain/capacity/not-evaluable.ts'
import type { TightPerDesk } from '../../domain/capacity/rule-check.ts'
import { zonesReached } from '../../domain/capacity/scope.ts'
import type { City } from '../../domain/city.ts'
import type { Problem } from '../problem.ts'
import type { Written } from '../written.ts'

/** Rules that reach nothing, cannot be computed, or can never be used in full. */
export function ruleProblems(written: Written, city: City): Problem[] {
  if (written.zones.problems.length > 0) return [] // a rule may reach the very zone that cannot be read
  const lacking = notEvaluable(city)
  const tight = lacking.length > 0 ? new Map<string, Tight>() : tightestByRule(city)
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

interface Tight extends TightPerDesk {
  readonly date: OfficeDate
}

/** For each rule the first date, and there the first zone, on which it is too tight. */
function tightestByRule(city: City): Map<string, Tight> {
  const all = turningPoints(city).flatMap(date =>
    city.offices.flatMap(office => unusablePerDeskRule(city, office.id, date).map((tight): Tight => ({ ...tight, date }))),
  )
  return new Map(all.toReversed().map(tight => [tight.ruleId, tight]))
}

/** The dates on which some rule begins, or no longer holds: between two of them nothing changes. */
function turningPoints(city: City): OfficeDate[] {
  const dates = city.rules
    .filter(rule => rule.enabled)
    .flatMap(rule => [rule.validFrom ?? [], rule.validTo ? addDays(rule.validTo, 1) : []].flat())
  return [...new Set(['1970-01-01', ...dates])].sort()
}

function tooTight({ zoneId, date, earlyMinutes, leavingMinutes, turnoverMinutes, overlapMinutes }: Tight): string {
  const sum = `${earlyMinutes} + ${leavingMinutes} - ${turnoverMinutes} = ${overlapMinutes}`
  return (
    `from ${date} it can never be used in full in zone ${zoneId}: people are there ${earlyMinutes} minutes early and ` +
    `${leavingMinutes} minutes after their visit, but only ${turnoverMinutes} minutes lie between two visits, so two parties ` +
    `share a place made for one for ${sum} minutes; lengthen the turnover, shorten the entry window, or name a waiting zone`
  )
}
