import type { Minute } from './calendar.ts'
import type { Channel } from './city.ts'
import type { QueuePolicy } from './queue/queue-policy.ts'

/** How visits may be booked. Minutes are minutes by the office's clock. */
export interface BookingPolicy {
  /** The last date that can be booked is so many days after today. */
  readonly horizonDays: number
  /** A start must be at least so many minutes ahead, by channel. */
  readonly leadMinutes: Readonly<Record<Channel, number>>
  /** When a new date opens; its places follow one by one within `spreadMinutes`, so that not all open at one instant. */
  readonly release: { readonly at: Minute; readonly spreadMinutes: number }
  readonly holdMinutes: number
  /** A cancelled place stays blocked for so long, plus a random part, against trade in places. 0: free at once. */
  readonly releaseAfterCancel: { readonly minutes: number; readonly randomMinutes: number }
  /** Bookings with one e-mail address or phone number that may be open at once, and on one date. */
  readonly perContact: { readonly open: number; readonly perDate: number }
  readonly largestParty: number
  readonly checkIn: CheckInPolicy
  /** Hours before a visit at which a reminder is sent. */
  readonly reminderHoursBefore: readonly number[]
  /** Contact data is deleted so many days after the visit or its cancellation. */
  readonly retentionDays: number
  /** Minutes after a visit's end that a party needs to leave; a multiple of 5. */
  readonly leavingMinutes: number
  /** How people are called in; absent: the published order. */
  readonly queue?: QueuePolicy
}

export interface CheckInPolicy {
  readonly opensMinutesBefore: number
  readonly lateToleranceMinutes: number
  readonly calls: number
}
