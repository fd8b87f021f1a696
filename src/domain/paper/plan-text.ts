import { tickMinutes } from '../calendar.ts'
import type { DayPlan, ZoneLimits } from '../capacity/day.ts'

/** A day's plan as text, the same for plans that promise the same: hours, shifts, breaks, and the limits where they change. */
export function planText(plan: DayPlan): string {
  return JSON.stringify({
    hours: plan.hours,
    shifts: plan.shifts.map(({ deskId, span }) => [deskId, span.from, span.to].join(' ')).sort(),
    airing: [...plan.airing].map(([zoneId, spans]) => [zoneId, spans]).sort(),
    early: plan.earlyEntryMinutes,
    appointmentOnly: plan.appointmentOnly,
    zones: plan.zones.map(zone => [zone.zone.id, limitRuns(zone, plan)]),
  })
}

/** The limits of a zone from opening to closing, where they change. */
function limitRuns(zone: ZoneLimits, plan: DayPlan): string[] {
  const runs: string[] = []
  for (const { from, to } of plan.hours) {
    for (let tick = from / tickMinutes; tick < to / tickMinutes; tick += 1) {
      const limit = `${zone.counted[tick] ?? ''} ${zone.bindingRuleIds[tick] ?? ''} ${zone.bodies[tick] ?? ''}`
      if (runs.at(-1)?.startsWith(`${limit}|`) !== true) runs.push(`${limit}|${tick * tickMinutes}`)
    }
  }
  return runs
}
