import type { Minute, Moment, OfficeDate } from '../calendar.ts'
import type { CheckInPolicy } from '../city.ts'
import type { Booking } from '../booking/booking.ts'
import { isPresent } from '../booking/transitions.ts'
import type { Status } from '../booking/status.ts'
import type { DayPlan } from '../capacity/day.ts'

/** What checking in comes to, at one office and moment. */
export type Arrival =
  | { readonly kind: 'wrong-office'; readonly officeId: string; readonly date: OfficeDate; readonly start: Minute }
  | { readonly kind: 'wrong-day'; readonly date: OfficeDate; readonly start: Minute }
  /** Checked in before. */
  | { readonly kind: 'already'; readonly status: Status }
  /** Served, called off, or never confirmed: there is nobody to check in. */
  | { readonly kind: 'over'; readonly status: Status }
  | { readonly kind: 'too-early'; readonly opensAt: Minute }
  | { readonly kind: 'on-time' }
  | { readonly kind: 'late'; readonly byMinutes: number }
  /** Beyond the tolerance, or given up as missing: may wait as a walk-in. */
  | { readonly kind: 'too-late'; readonly byMinutes: number }

/**
 * Early, in time or late, by the office's policy and the entry window in force (whose latest entry is in the plan).
 *
 * @param plan  of the office's day today
 */
export function arrivalAt(
  booking: Pick<Booking, 'officeId' | 'date' | 'start' | 'status'>,
  plan: Pick<DayPlan, 'officeId' | 'latestAfterMinutes'>,
  policy: CheckInPolicy,
  now: Moment,
): Arrival {
  const { officeId, date, start, status } = booking
  if (isPresent(status)) return { kind: 'already', status }
  if (status !== 'booked' && status !== 'no-show') return { kind: 'over', status }
  if (officeId !== plan.officeId) return { kind: 'wrong-office', officeId, date, start }
  if (date !== now.date) return { kind: 'wrong-day', date, start }

  const opensAt = start - policy.opensMinutesBefore
  if (now.minute < opensAt) return { kind: 'too-early', opensAt }

  const byMinutes = Math.max(0, now.minute - start)
  if (status === 'no-show' || byMinutes > plan.latestAfterMinutes) return { kind: 'too-late', byMinutes }
  return byMinutes > 0 ? { kind: 'late', byMinutes } : { kind: 'on-time' }
}
