import type { Minute, OfficeDate } from '../calendar.ts'
import type { BookingPolicy } from '../city.ts'

/**
 * The minute of the day, on the first day on which a date can be booked, at which one place of it opens: from
 * `release.at` on, one by one within `release.spreadMinutes`. The same place opens at the same minute for everybody.
 */
export function opensAt(policy: BookingPolicy, officeId: string, date: OfficeDate, deskId: string, start: Minute): Minute {
  const { at, spreadMinutes } = policy.release
  return spreadMinutes > 0 ? at + (hash(`${officeId} ${date} ${deskId} ${start}`) % spreadMinutes) : at
}

/** FNV-1a with 32 bits and a final mix: stable over versions and machines, even in its low bits. */
function hash(text: string): number {
  let mixed = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
