import type { Refusal, RefusalReason } from '../booking/refusal.ts'

/** Of the refusals of a day's starts the one about which a person can do most; `no-desk` where there is none. */
export function mostUseful(refusals: readonly Refusal[]): Refusal {
  const [best] = refusals.toSorted((one, other) => byUse.indexOf(one.reason) - byUse.indexOf(other.reason))
  return best ?? { reason: 'no-desk' }
}

/** From what helps most (another group, another way to book, another hour, fewer persons) to what helps nobody. */
const byUse: readonly RefusalReason[] = [
  'protected',
  'channel-full',
  'too-far-ahead',
  'too-soon',
  'zone-full',
  'arrivals-full',
  'no-desk',
  'in-the-past',
]
