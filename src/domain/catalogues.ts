import type { Validity } from './calendar.ts'
import type { Localized, Provenance } from './city.ts'

/** A document to bring. */
export interface RequiredDocument {
  readonly id: string
  readonly name: Localized
}

/** A web system through which matters can be settled. */
export interface OnlineSystem {
  readonly id: string
  readonly name: string
  readonly url: string
  /** Whether a Profil Zaufany is needed; `various` where the system has several ways to sign in. */
  readonly signIn: 'profil-zaufany' | 'various' | 'none'
  readonly provenance: Provenance
}

/** A box for letters at a building's entrance, in a stretch of dates. */
export interface DropBox extends Validity {
  readonly address: string
  readonly officeId?: string
}

/** What a resident may ask for, without giving a reason. */
export interface Need {
  readonly id: string
  readonly name: Localized
  /** Working days the office needs to arrange it. */
  readonly noticeWorkingDays: number
  /** Minutes that it makes a visit longer. */
  readonly extraMinutes: number
  /** Only zones on the ground floor will do. */
  readonly groundFloorOnly: boolean
  readonly provenance: Provenance
}
