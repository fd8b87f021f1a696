/** Why a visit cannot be had. A closed list: residents, managers and programs are all told by these words. */
export const refusalReasons = [
  'in-the-past',
  'too-soon',
  'too-far-ahead',
  'closed',
  'not-in-person',
  'no-appointment-needed',
  'no-desk',
  'zone-full',
  'arrivals-full',
  'protected',
  'channel-full',
  'party-too-large',
  'contact-limit',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** A "no" and what stands behind it. */
export interface Refusal {
  readonly reason: RefusalReason
  /** For `zone-full`: the zone, and the rule that binds there (absent where the fire capacity does). */
  readonly zoneId?: string
  readonly ruleId?: string
}
