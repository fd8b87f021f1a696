import { weightIn } from './stay.ts'
import type { Booking } from '../booking/booking.ts'
import type { DayPlan } from './day.ts'

/** A booking with its persons counted as the rules of a plan count them; where and when it is stays as promised. */
export function weighedBy(plan: DayPlan, booking: Booking): Booking {
  const presence = booking.presence.map(stay => {
    const limits = plan.zones.find(({ zone }) => zone.id === stay.zoneId)
    return limits ? { ...stay, ...weightIn(limits, booking.party), bodies: stay.bodies } : stay
  })
  return { ...booking, presence }
}
