import type { BookingPolicy } from '../city.ts'

/** How an office calls people in. The city may say it; where it does not, this is the published order. */
export interface QueuePolicy {
  /** After so many booked visits one walk-in is called, if one waits. */
  readonly walkInAfterBooked: number
  /** A walk-in gets a ticket if a start is free within so many minutes; else times to choose from. */
  readonly walkInWithinMinutes: number
}

const published: QueuePolicy = { walkInAfterBooked: 3, walkInWithinMinutes: 60 }

/** How the queue of a city is called. */
export function queuePolicyOf(policy: BookingPolicy): QueuePolicy {
  return policy.queue ?? published
}
