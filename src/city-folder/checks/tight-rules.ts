import { addDays } from '../../domain/calendar.ts'
import type { OfficeDate } from '../../domain/calendar.ts'
import { unusablePerDeskRule } from '../../domain/capacity/rule-check.ts'
import type { TightPerDesk } from '../../domain/capacity/rule-check.ts'
import type { City } from '../../domain/city.ts'

/** A rule that is too tight, and the first date on which it is. */
export interface Tight extends TightPerDesk {
  readonly date: OfficeDate
}

/** For each rule the first date, and there the first zone, on which it is too tight. */
export function tightestByRule(city: City): Map<string, Tight> {
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

/** Why a rule can never be used in full, and what would help, as a sentence. */
export function tooTight({ zoneId, date, earlyMinutes, leavingMinutes, turnoverMinutes, overlapMinutes }: Tight): string {
  const sum = `${earlyMinutes} + ${leavingMinutes} - ${turnoverMinutes} = ${overlapMinutes}`
  return (
    `from ${date} it can never be used in full in zone ${zoneId}: people are there ${earlyMinutes} minutes early and ` +
    `${leavingMinutes} minutes after their visit, but only ${turnoverMinutes} minutes lie between two visits, so two parties ` +
    `share a place made for one for ${sum} minutes; lengthen the turnover, shorten the entry window, or name a waiting zone`
  )
}
