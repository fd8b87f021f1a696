import type { OfficeDate } from '../../domain/calendar.ts'
import type { City, Office } from '../../domain/city.ts'
import type { Day } from '../../domain/capacity/day.ts'
import type { Rule } from '../../domain/capacity/occupancy-rule.ts'
import { maximaOf } from '../../domain/queue/hourly-maxima.ts'
import { worse } from '../../domain/queue/worse-maximum.ts'
import type { HourlyMaximum } from '../../domain/queue/hourly-maximum.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { doorDay } from '../../repositories/change-door.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import { doorEventsOfDay, type DoorEvent } from '../../repositories/door-events.ts'
import { headCount } from '../../repositories/head-counts.ts'
import { hourlyMaxima, type KeptMaximum } from '../../repositories/hourly-maxima.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'
import { planAtDoor } from './plan-at-door.ts'

/** An hour of a zone, with the rule that bound there. */
export interface ProvenHour extends KeptMaximum {
  /** Absent where no rule counts heads, or the city has it no more; the id stands in `ruleId` all the same. */
  readonly rule?: Rule
}

/** What an inspector is shown of an office's day. */
export interface Proof {
  readonly office: Office
  readonly date: OfficeDate
  /** By zone, root first, then by hour. */
  readonly hours: readonly ProvenHour[]
  /** Whatever was done with a reason: let in above a limit, counted anew. */
  readonly reasons: readonly DoorEvent[]
}

/** The most people in every zone, hour by hour, against the limit; for today up to now. @throws {NotFound} */
export async function proofOfDay(house: House, officeId: string, date: OfficeDate): Promise<Proof> {
  const city = await cityOf(house.db)
  const office = city.offices.find(each => each.id === officeId)
  if (!office) throw new NotFound('office')
  const key = { officeId, date }
  const days = await daysOf(house.db, city, [officeId], date, date)
  const { day } = days.get(keyOf(key)) as DayAsOf

  const maxima = new Map((await hourlyMaxima(house.db, key)).map(each => [`${each.hour} ${each.zoneId}`, each]))
  for (const seen of await sinceCounted(house, city, day, house.clock.now(office.timeZone))) {
    const kept = maxima.get(`${seen.hour} ${seen.zoneId}`)
    maxima.set(`${seen.hour} ${seen.zoneId}`, { ...worse(kept, seen), overrides: kept?.overrides ?? 0 })
  }
  const order = new Map(day.plan.zones.map(({ zone }, place) => [zone.id, place]))
  const hours = [...maxima.values()]
    .toSorted((one, other) => (order.get(one.zoneId) ?? 0) - (order.get(other.zoneId) ?? 0) || one.hour - other.hour)
    .map(each => ({ ...each, ...ruleOf(city.rules, each) }))
  return { office, date, hours, reasons: await doorEventsOfDay(house.db, key, 'with-reason') }
}

/** What has stood since the last event, which nobody has written down yet: until now, or until the day was over. */
async function sinceCounted(
  house: House,
  city: City,
  day: Day,
  now: { date: OfficeDate; minute: number },
): Promise<HourlyMaximum[]> {
  const { plan } = day
  const key = { officeId: plan.officeId, date: plan.date }
  const { turn, countedTo } = await doorDay(house.db, key)
  if (turn === 0 || key.date > now.date) return []
  const closes = plan.hours.at(-1)?.to ?? countedTo
  const until = key.date === now.date ? now.minute : Math.max(countedTo, Math.min(1439, closes - 1))
  if (until < countedTo) return []
  const inFact = await planAtDoor(house.db, { city, key, day, from: countedTo, to: until })
  return maximaOf(inFact, await headCount(house.db, key), countedTo, until)
}

function ruleOf(rules: readonly Rule[], { ruleId }: HourlyMaximum): { rule?: Rule } {
  const rule = rules.find(each => each.id === ruleId)
  return rule ? { rule } : {}
}
