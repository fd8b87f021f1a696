import type { CompanionKind, ConductTopic } from '../../domain/capacity/occupancy-rule.ts'
import type { Moment, OfficeDate, Span } from '../../domain/calendar.ts'
import type { Localized } from '../../domain/city.ts'
import type { RoomLimitSpan } from '../values.ts'

/** A notice for a door, in three languages, Polish first. */
export interface NoticeSheet {
  readonly organisation: Localized
  readonly office: Localized
  readonly address: string
  readonly date: OfficeDate
  readonly page: number
  readonly mark?: string
  readonly copy?: number
  readonly printedAt: Moment
  readonly currentUrl: string
  /** Absent: A4. */
  readonly format?: 'A4' | 'A3'
  readonly notice: Notice
}

/** What a notice says. A day's spans are empty where it is closed. */
export type Notice =
  | LimitNotice
  | { readonly kind: 'hours'; readonly days: readonly NoticeDay[]; readonly appointmentOnly: boolean; readonly ways: BookingWays }
  | { readonly kind: 'appointment-only'; readonly ways: BookingWays; readonly legalBasis?: string }
  | { readonly kind: 'closed-today'; readonly reason?: Localized; readonly opens?: Moment; readonly ways: BookingWays }
  | { readonly kind: 'conduct'; readonly topics: readonly ConductTopic[]; readonly legalBases: readonly string[] }
  | {
      readonly kind: 'drop-box'
      readonly address?: string
      readonly validTo?: OfficeDate
      readonly emptied?: readonly Span[]
      readonly phone: string
    }
  | { readonly kind: 'deaths'; readonly places: readonly DeathsPlace[]; readonly phone: string }
  | PrivacyNotice

/** The most persons in this room. The date is the day from which it holds (field notes, 5). */
export interface LimitNotice {
  readonly kind: 'limit'
  readonly room: Localized
  /** It holds for the whole building, not for one room in it. */
  readonly building?: boolean
  readonly times: readonly RoomLimitSpan[]
  readonly validFrom?: OfficeDate
  readonly rule?: Localized
  readonly legalBasis?: string
  /** No act is cited for it: the limit is told as the office's own. */
  readonly own?: boolean
  /** Companions who do not count. */
  readonly exempt?: readonly CompanionKind[]
}

/** A day and when the office is open on it. */
export interface NoticeDay {
  readonly date: OfficeDate
  readonly spans: readonly Span[]
}

/** How to make an appointment. */
export interface BookingWays {
  readonly website: string
  readonly phone: string
}

/** Where a death is registered without an appointment. */
export interface DeathsPlace {
  readonly address: string
  readonly hours: readonly Span[]
}

/** Who keeps which data and for how long (GDPR, art. 13). */
export interface PrivacyNotice {
  readonly kind: 'privacy'
  readonly controller: Localized
  readonly address: string
  readonly officerEmail: string
  readonly retentionDays: number
  readonly website: string
}
