import type { Minute, Moment, OfficeDate, Span } from '../domain/calendar.ts'
import type { Language } from '../domain/city.ts'
import type { NoticeSheet } from './notice/notice.ts'

export type * from './notice/notice.ts'

/** What every sheet of one office's day says of itself. Texts are finished words in `language`. */
export interface SheetHead {
  readonly language: Language
  readonly organisation: string
  readonly office: string
  readonly address: string
  readonly date: OfficeDate
  /** The day sheet's page that the sheet was made of. Printed large, so that an older sheet is told apart. */
  readonly page: number
  /** The mark of what paper shows of the day: equal marks are equal sheets, however often the page was turned between. */
  readonly mark?: string
  /** The number of the daily pack that the sheet is of; absent on sheets printed alone. */
  readonly copy?: number
  /** When it was made, by the office's clock; also what a PDF says of itself, so that equal sheets are equal bytes. */
  readonly printedAt: Moment
  /** The address that tells whether the sheet is current; printed as a QR code. */
  readonly currentUrl: string
}

/** How many persons may be in a room, and why. A room whose binding rule changes in the day has several. */
export interface RoomLimit {
  readonly room: string
  /** Stretches of the day with their limit in counted persons; none where no rule counts heads. */
  readonly times: readonly RoomLimitSpan[]
  /** The binding rule in a sentence. */
  readonly rule?: string
  readonly legalBasis?: string
  /** No act is cited for it: the limit is told as the office's own. */
  readonly own?: boolean
  /** Persons the fire regulations allow, exempt companions included. */
  readonly fireCapacity?: number
}

/** A stretch in which a room's limit stays the same. */
export interface RoomLimitSpan extends Span {
  readonly persons: number
}

/** The day of an office, a department, a desk group or a desk: what clerks hang up. No names, no phone numbers. */
export interface ScheduleSheet extends SheetHead {
  /** Whose schedule it is, as `Wydział Spraw Administracyjnych` or `stanowisko 73`; absent: the whole office. */
  readonly scope?: string
  /** A4 for hands, A3 for the wall. Absent: A4. */
  readonly format?: 'A4' | 'A4-landscape' | 'A3'
  readonly limits: readonly RoomLimit[]
  /** By time, then desk. */
  readonly rows: readonly ScheduleRow[]
  /** Empty lines for walk-ins. */
  readonly emptyRows: number
}

export type ScheduleRow = VisitRow | BreakRow

/** A visit on the schedule. */
export interface VisitRow {
  readonly kind: 'visit'
  readonly start: Minute
  /** The last four signs of the reference. */
  readonly referenceEnd: string
  /** `D012`, once given. */
  readonly ticket?: string
  readonly matter: string
  readonly minutes: number
  /** What is written over the desk: `73`. */
  readonly desk: string
  readonly persons: number
  /** Companions among them who do not count against the limit. */
  readonly exempt: number
  /** Accommodations in words, and remarks such as the channel. */
  readonly needs: readonly string[]
  /** Only where they were given. */
  readonly initials?: string
  /** Ticks one of the two boxes beforehand. */
  readonly came?: boolean
}

/** A grey line: a break, an airing, a closure, a desk without a clerk. */
export interface BreakRow extends Span {
  readonly kind: 'break'
  readonly what: string
  /** Absent: all desks of the sheet. */
  readonly desk?: string
}

/** Who may come in when: what the guard holds. No names, no matters, no contacts. */
export interface GuardSheet extends SheetHead {
  /** Where it hangs, in a house of several entrances. */
  readonly entrance?: string
  /** The building first, then the rooms. */
  readonly limits: readonly RoomLimit[]
  /** Masks, exemptions, distance: sentences of the day. */
  readonly rules: readonly string[]
  readonly emergencyPhone?: string
  /** By time; paper cuts them into half-hours. */
  readonly rows: readonly GuardRow[]
}

/** A party at the door. */
export interface GuardRow {
  readonly start: Minute
  /** From when they may come in. */
  readonly entry: Minute
  readonly referenceEnd: string
  readonly room: string
  readonly persons: number
  readonly exempt: number
  /** New or changed since the sheet before. */
  readonly changed?: boolean
}

/** People to reach after a change. The one sheet with contacts: it says that it is to be destroyed after use. */
export interface PhoneList extends SheetHead {
  /** What changed, in a sentence. */
  readonly change: string
  readonly rows: readonly PhoneRow[]
}

/** Somebody to reach. */
export interface PhoneRow {
  readonly start: Minute
  /** As it is read out: `7K2M-9QXD`. */
  readonly reference: string
  readonly matter: string
  /** What happened to this visit. */
  readonly what: string
  /** The time offered instead, in words. */
  readonly proposal?: string
  readonly phone?: string
  readonly email?: string
  /** The language to speak. */
  readonly speaks: Language
}

/** All sheets of an office's day in one PDF, with a cover that says what is inside. */
export interface DailyPack {
  readonly head: SheetHead
  readonly guard: readonly GuardSheet[]
  readonly schedules: readonly ScheduleSheet[]
  readonly notices: readonly NoticeSheet[]
}
