import type { OfficeDate } from '../calendar.ts'
import type { City } from '../city.ts'
import type { DayPlan } from './day.ts'

/**
 * The plan of a date at an office that the city has no longer: never open, so nothing can be promised there. What was
 * promised before can still be kept, moved elsewhere or cancelled.
 */
export function closedPlan({ policy }: City, officeId: string, date: OfficeDate): DayPlan {
  return {
    officeId,
    date,
    hours: [],
    zones: [],
    shifts: [],
    earlyEntryMinutes: 0,
    latestAfterMinutes: policy.checkIn.lateToleranceMinutes,
    leavingMinutes: policy.leavingMinutes,
    turnoverMinutes: 0,
    dwellCapMinutes: undefined,
    servicesOnly: undefined,
    appointmentOnly: true,
    arrivals: [],
    protectedHours: [],
    airing: new Map(),
    closures: new Map(),
  }
}
