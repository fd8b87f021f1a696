import { around, rulesFor, zoneNamed } from './audit-rules.ts'
import { limitByRule } from './audit-limit.ts'
import type { Party } from '../booking/booking.ts'
import type { AuditedDay } from './audited-day.ts'

/**
 * The audit's own reckoning of how many of a party do not count in a zone: companions whom every rule that limits heads there
 * exempts, each kind up to the least that any of them does (capacity model, section 4).
 */
export function exemptPersons(day: AuditedDay, zoneId: string, { companions }: Party): number {
  const zone = zoneNamed(day.city, zoneId)
  const desks = day.city.desks.filter(desk => around(day.city, zoneNamed(day.city, desk.zoneId)).includes(zone))
  const limiting = rulesFor(day, zone).filter(rule => limitByRule(rule, zone, 0, desks) < Infinity)
  if (limiting.length === 0) return 0
  return Object.entries(companions).reduce((sum, [kind, persons]) => {
    const most = limiting.map(({ counting }) => {
      const exempt = counting.exempt.find(entry => entry.kind === kind)
      return exempt ? (exempt.atMost ?? Infinity) : 0
    })
    return sum + Math.min(persons, ...most)
  }, 0)
}
