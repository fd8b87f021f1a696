import type { City, Language } from '../../domain/city.ts'
import type { DayPlan, ZoneLimits } from '../../domain/capacity/day.ts'
import type { RoomLimit } from '../../paper/values.ts'
import { isCited } from './door-notices.ts'
import { roomSpans } from './room-spans.ts'

/**
 * How many persons may be in each room and why, the building first. A limit that rests on no cited act is told as the
 * office's own. Rooms that nothing limits, and rooms that are closed all day, are left out.
 *
 * @param zoneIds  only these; absent: every room
 */
export function roomLimits(city: City, plan: DayPlan, language: Language, zoneIds?: ReadonlySet<string>): RoomLimit[] {
  return plan.zones.filter(({ zone }) => zoneIds?.has(zone.id) ?? true).flatMap(zone => roomLimit(city, plan, zone, language))
}

function roomLimit(city: City, plan: DayPlan, limits: ZoneLimits, language: Language): RoomLimit[] {
  const spans = roomSpans(plan, limits)
  const { name, fireCapacity } = limits.zone
  if (spans.every(({ persons }) => persons === 0) && (spans.length > 0 || fireCapacity === undefined)) return []
  const rules = city.rules.filter(({ id }) => spans.some(({ ruleId }) => ruleId === id))
  const texts = rules.flatMap(({ text }) => text?.[language] ?? [])
  const bases = [...new Set(rules.filter(isCited).flatMap(({ legalBasis }) => legalBasis ?? []))]
  return [
    {
      room: name[language],
      times: spans.map(({ from, to, persons }) => ({ from, to, persons })),
      ...(texts.length > 0 && { rule: texts.join(' ') }),
      ...(bases.length > 0 && { legalBasis: bases.join('; ') }),
      ...(spans.length > 0 && bases.length === 0 && { own: true }),
      ...(fireCapacity !== undefined && { fireCapacity }),
    },
  ]
}
