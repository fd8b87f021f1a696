import type { Localized, Provenance } from '../city.ts'
import type { Topic } from './topic.ts'

/** The matter a resident comes for, and every way to settle it. */
export interface Service {
  readonly id: string
  /** A stable whole number for programs that need one. */
  readonly number: number
  readonly name: Localized
  readonly departmentId: string
  /** The group under which residents look for it. */
  readonly topic: Topic
  /** Words that people use for it and that its name lacks. */
  readonly keywords: Localized
  /** The city's own number of the procedure, such as `SC-18`. */
  readonly procedure?: string
  /** Number of the area of law in Dz.U. 2020 poz. 697, § 13(2) and poz. 878, § 12; absent outside the list. */
  readonly essentialArea?: number
  /** Minutes at the desk; a multiple of 5. */
  readonly durationMinutes: number
  /** Desk groups that do it, in whatever office. */
  readonly deskGroupIds: readonly string[]
  /** Ids of documents to bring. */
  readonly documentIds: readonly string[]
  /** The fewest persons who must come. */
  readonly personsAtLeast: number
  readonly ways: ServiceWays
  readonly fee: Fee
  readonly legalBasis: string
  readonly note?: Localized
  readonly provenance: Provenance
}

export interface ServiceWays {
  readonly online: { readonly extent: 'full' | 'partial'; readonly systemId: string } | undefined
  readonly dropBox: boolean
  readonly post: boolean
  readonly inPerson: 'required' | 'optional'
  /** `not-needed`: served without an appointment, so none is offered. */
  readonly appointment: 'needed' | 'not-needed'
}

export interface Fee {
  /** In złoty; absent where it depends on the case. */
  readonly pln?: number
  readonly note?: Localized
  readonly provenance: Provenance
}
