import type { OfficeDate, Span, Validity, Weekday } from './calendar.ts'
import type { BookingPolicy } from './booking-policy.ts'
import type { Rule } from './capacity/occupancy-rule.ts'
import type { DropBox, Need, OnlineSystem, RequiredDocument } from './catalogues.ts'
import type { Service } from './service/service.ts'

export type { BookingPolicy, CheckInPolicy } from './booking-policy.ts'
export type { DropBox, Need, OnlineSystem, RequiredDocument } from './catalogues.ts'

export const languages = ['pl', 'en', 'uk'] as const
export type Language = (typeof languages)[number]

/** One text in every language of the city. Polish is the official one. */
export type Localized = Readonly<Record<Language, string>>

/**
 * How certain a record is: `verified` in a stored source, `recalled` from general knowledge, `derived` from
 * verified facts, `assumed` (made up for the sample). Nothing assumed is shown to residents as a legal fact.
 */
export type Provenance = 'verified' | 'recalled' | 'derived' | 'assumed'

/** How visits are booked: which part of the public may claim a place at a desk. */
export const channels = ['web', 'phone', 'walk-in', 'kiosk'] as const
export type Channel = (typeof channels)[number]

export const zoneKinds = ['building', 'lobby', 'waiting', 'hall', 'room', 'filing', 'ceremony'] as const
export type ZoneKind = (typeof zoneKinds)[number]

/** Everything the city has said about itself: the value that a city folder becomes once it is loaded. */
export interface City {
  /** Grows with each load; whatever is computed from a city is valid for one version. */
  readonly version: number
  readonly organisation: Organisation
  readonly offices: readonly Office[]
  readonly zones: readonly Zone[]
  readonly departments: readonly Department[]
  readonly deskGroups: readonly DeskGroup[]
  readonly desks: readonly Desk[]
  readonly services: readonly Service[]
  readonly documents: readonly RequiredDocument[]
  readonly onlineSystems: readonly OnlineSystem[]
  readonly dropBoxes: readonly DropBox[]
  readonly needs: readonly Need[]
  readonly rules: readonly Rule[]
  readonly specialDays: readonly SpecialDay[]
  readonly policy: BookingPolicy
}

export interface Organisation {
  readonly id: string
  readonly name: Localized
  readonly address: string
  readonly phone: string
  readonly email?: string
  readonly website?: string
  readonly dataController: Localized
  readonly dataProtectionOfficer: { readonly email: string; readonly address: string }
  readonly timeZone: string
  /** What the accessibility declaration must say of the seat and of whom to ask (field notes, 4.2). */
  readonly accessibility: AccessibilityContact
  /** The box for electronic letters on ePUAP. */
  readonly epuapBox?: string
}

export interface AccessibilityContact {
  readonly name: Localized
  readonly email: string
  readonly phone: string
  readonly publishedOn: OfficeDate
  readonly updatedOn: OfficeDate
  readonly preparedOn: OfficeDate
  readonly reviewedOn: OfficeDate
  readonly assumed: boolean
}

/** A site with one street address and one time zone. */
export interface Office {
  readonly id: string
  /** A stable whole number for programs that need one. */
  readonly number: number
  readonly name: Localized
  readonly address: string
  readonly postalCode: string
  readonly city: string
  readonly timeZone: string
  readonly location?: { readonly latitude: number; readonly longitude: number }
  readonly access: OfficeAccess
  readonly opening: readonly OpeningHours[]
  readonly provenance: Provenance
}

export interface OfficeAccess {
  readonly stepFree: boolean
  readonly lift: boolean
  readonly inductionLoop: boolean
  readonly accessibleToilet: boolean
  readonly assumed: boolean
}

/** Opening hours of an office in a stretch of dates. A weekday that is absent is closed. */
export interface OpeningHours extends Validity {
  readonly days: Readonly<Partial<Record<Weekday, readonly Span[]>>>
  readonly appointmentOnly: boolean
  /** If present, only these services are served in person in these dates. */
  readonly servicesOnly?: readonly string[]
  readonly provenance: Provenance
}

/** A part of an office where people stay. Zones form a tree whose root is the building. */
export interface Zone {
  readonly id: string
  readonly officeId: string
  /** Absent for the building itself. */
  readonly parentId?: string
  readonly kind: ZoneKind
  readonly name: Localized
  /** 0 is the ground floor. */
  readonly floor: number
  /** Square metres open to the public; absent where unknown. */
  readonly publicAreaM2?: number
  /** Square metres in all; absent where unknown. */
  readonly grossAreaM2?: number
  /** Square metres left once furniture is taken off; absent where unknown. */
  readonly residualAreaM2?: number
  /** Persons the fire regulations allow at once, staff aside. */
  readonly fireCapacity?: number
  /** Persons the room was designed for. */
  readonly designCapacity?: number
  /** The zone in which those who come early to this one wait; absent where they wait outdoors or in the zone itself. */
  readonly waitingZoneId?: string
  readonly provenance: Provenance
}

export interface Department {
  readonly id: string
  readonly name: Localized
  /** Number of the area of law in the regulation of 19 April 2020, Dz.U. poz. 697, § 13(2); absent outside the list. */
  readonly essentialArea?: number
}

/** Desks of one department in one office that share a queue and a ticket letter. */
export interface DeskGroup {
  readonly id: string
  readonly officeId: string
  readonly departmentId: string
  readonly name: Localized
  readonly ticketLetter: string
  /** Starts lie on this grid, counted from the day's opening; a multiple of 5 minutes. */
  readonly slotEveryMinutes: number
}

/** A place where one party is served at a time. */
export interface Desk {
  readonly id: string
  readonly officeId: string
  readonly zoneId: string
  readonly deskGroupId: string
  /** What is written over it: `73`. */
  readonly label: string
  /** When it is staffed, week by week. */
  readonly roster: readonly RosterEntry[]
}

/** One desk, staffed on some weekdays in a stretch of dates. It never reaches beyond the office's hours. */
export interface RosterEntry extends Validity {
  readonly weekdays: readonly Weekday[]
  /** Absent: from opening to closing. */
  readonly span?: Span
  /** Who may claim its places… */
  readonly channels: readonly Channel[]
  /** …until so many hours before a start, when its places open to all channels. Absent: never. */
  readonly opensToAllHoursBefore?: number
}

/** A date on which an office (or all of them) is closed or keeps other hours. */
export interface SpecialDay {
  readonly date: OfficeDate
  /** Absent: every office. */
  readonly officeId?: string
  /** Empty: closed. */
  readonly hours: readonly Span[]
  readonly note?: string
}
