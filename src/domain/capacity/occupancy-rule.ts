import type { Localized, Provenance, ZoneKind } from '../city.ts'
import type { Minute, OfficeDate, Span, Validity, Weekday } from '../calendar.ts'

/** What a rule counts, and what it asks, for a stretch of dates. Both its dates are inclusive. */
export interface Rule extends Validity {
  readonly id: string
  readonly enabled: boolean
  readonly scope: Scope
  readonly demand: Demand
  readonly counting: Counting
  /** The legal act or decision it rests on, as cited; absent where the city only assumes it. */
  readonly legalBasis?: string
  readonly text?: Localized
  readonly announcedOn?: OfficeDate
  readonly provenance: Provenance
}

/**
 * Where a rule holds. Absent fields do not narrow. With neither `zones` nor `zoneKinds` a rule holds for the
 * building as a whole (and so for everybody in it); `parts` makes it hold for each part as well.
 */
export interface Scope {
  readonly offices?: readonly string[]
  readonly zones?: readonly string[]
  readonly zoneKinds?: readonly ZoneKind[]
  /** Also every zone inside those named. */
  readonly parts?: boolean
}

/** Companions whom some rules do not count. A party names how many of its persons are of each kind. */
export const companionKinds = [
  'child', // completed 13 years or younger
  'carer', // helps a person who cannot move or act alone
  'interpreter',
  'disability', // holds a certificate of disability or of special educational needs
  'household', // lives together with the first person
  'vaccinated',
  'other-by-law',
] as const
export type CompanionKind = (typeof companionKinds)[number]

/** Whom a head-count rule counts. Always said in words to whoever edits the rule: the press read the same rule both ways. */
export interface Counting {
  /** Where true, each staffed desk of a zone takes one from its limit. */
  readonly staff: boolean
  /** Kinds of companions not counted, each with the most that are not (absent: all of them). */
  readonly exempt: readonly { readonly kind: CompanionKind; readonly atMost?: number }[]
}

export type Demand = HeadCountDemand | TimeDemand | ConductDemand

/** Demands that give a number of persons for a zone (capacity model, section 5). */
export type HeadCountDemand =
  | { readonly kind: 'closed'; readonly exceptServices: readonly string[] }
  | { readonly kind: 'absolute-cap'; readonly persons: number }
  | { readonly kind: 'per-desk'; readonly personsPerDesk: number; readonly basis: 'staffed' | 'installed' }
  | AreaPerPerson
  | {
      readonly kind: 'area-switch'
      /** The rule `below` applies up to and including this area. */
      readonly thresholdM2: number
      readonly below: HeadCountDemand
      readonly above: HeadCountDemand | { readonly kind: 'no-limit' }
    }
  | { readonly kind: 'area-bands'; readonly basis: AreaBasis; readonly bands: readonly AreaBand[] }
  | { readonly kind: 'fraction-of-capacity'; readonly fraction: number; readonly base: 'fire' | 'design' }
  | { readonly kind: 'distance'; readonly metres: number; readonly usableFraction: number; readonly grid: 'square' | 'hex' }
  | { readonly kind: 'lesser-of'; readonly demands: readonly HeadCountDemand[] }
  | { readonly kind: 'greater-of'; readonly demands: readonly HeadCountDemand[] }

export type AreaBasis = 'gross' | 'public' | 'residual'

export interface AreaPerPerson {
  readonly kind: 'area-per-person'
  readonly m2PerPerson: number
  readonly basis: AreaBasis
  /** The limit is never less than this. */
  readonly atLeast: number
  /** Multiplies the area first; 1 where there is none. */
  readonly safetyFactor: number
}

export interface AreaBand {
  /** The band ends at this area; absent in the last one. */
  readonly upToM2?: number
  readonly m2PerPerson: number
}

/** Demands on when and for what people come. Durations are minutes and multiples of 5. */
export type TimeDemand =
  | { readonly kind: 'turnover'; readonly minutes: number }
  | {
      readonly kind: 'ventilation'
      readonly everyMinutes: number
      readonly forMinutes: number
      readonly zoneMustBeEmpty: boolean
    }
  | { readonly kind: 'dwell-cap'; readonly minutes: number }
  | {
      readonly kind: 'protected-hours'
      readonly weekdays: readonly Weekday[]
      readonly from: Minute
      readonly to: Minute
      readonly group: ProtectedGroup
      /** Unused places open to everybody so many hours before their start. */
      readonly opensToAllHoursBefore: number
    }
  | { readonly kind: 'entry-window'; readonly earliestBeforeMinutes: number; readonly latestAfterMinutes: number }
  | { readonly kind: 'staggered-arrivals'; readonly atMost: number; readonly perMinutes: number }
  | { readonly kind: 'appointment-only'; readonly exceptServices: readonly string[] }
  | { readonly kind: 'purpose'; readonly essentialAreas: readonly number[] }
  | { readonly kind: 'hours'; readonly days: Readonly<Partial<Record<Weekday, readonly Span[]>>> }

/** Groups for whom hours may be kept; a resident says so by ticking a box, and no proof is stored. */
export type ProtectedGroup = 'senior' | 'disability' | 'pregnant'

/** Texts for notices and confirmations; nothing is computed from them. */
export interface ConductDemand {
  readonly kind: 'conduct'
  readonly topics: readonly ConductTopic[]
}

export const conductTopics = [
  'face-covering',
  'hand-disinfection',
  'gloves',
  'own-pen',
  'queue-distance',
  'arrive-few-minutes-before',
  'identity-document',
  'no-symptoms',
] as const
export type ConductTopic = (typeof conductTopics)[number]

const headCountKinds: readonly Demand['kind'][] = [
  'closed',
  'absolute-cap',
  'per-desk',
  'area-per-person',
  'area-switch',
  'area-bands',
  'fraction-of-capacity',
  'distance',
  'lesser-of',
  'greater-of',
]

/** Whether a demand gives a number of persons. */
export function countsHeads(demand: Demand): demand is HeadCountDemand {
  return headCountKinds.includes(demand.kind)
}
