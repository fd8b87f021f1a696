/** What has become of a booking. A hold is a booking that expires. */
export const statuses = [
  'held',
  'booked',
  'arrived',
  'called',
  'serving',
  'served',
  'no-show',
  'cancelled',
  'expired',
  'displaced',
] as const
export type Status = (typeof statuses)[number]

/** Whether a word is a status. */
export function isStatus(word: string): word is Status {
  return (statuses as readonly string[]).includes(word)
}

/** Statuses in which a booking holds its desk and its places in the zones. */
export const promisedStatuses = ['held', 'booked', 'arrived', 'called', 'serving', 'served'] as const satisfies readonly Status[]

/** Whether a booking in this status holds its desk and its places. */
export function isPromised(status: Status): boolean {
  return (promisedStatuses as readonly Status[]).includes(status)
}
