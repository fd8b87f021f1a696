import type { OfficeDate, Span } from '../calendar.ts'

/** What the audit found wrong, from a minute up to another (half-open). */
export type Violation = Span & { readonly officeId: string; readonly date: OfficeDate } & (
    | {
        readonly kind: 'zone-above-limit'
        readonly zoneId: string
        readonly count: Count
        readonly persons: number
        readonly limit: number
      }
    | { readonly kind: 'desk-claimed-twice'; readonly deskId: string; readonly bookingNumbers: readonly number[] }
    | {
        readonly kind: 'zone-ledger-differs'
        readonly zoneId: string
        readonly count: Count
        readonly booked: number
        readonly ledger: number
      }
    | {
        readonly kind: 'desk-ledger-differs'
        readonly deskId: string
        readonly booked: number | null
        readonly ledger: number | null
      }
    | { readonly kind: 'desk-of-another-office' | 'desk-unstaffed'; readonly deskId: string; readonly bookingNumber: number }
    | { readonly kind: 'presence-wrong'; readonly zoneId: string; readonly bookingNumber: number }
    /** The ledger allows other numbers than the rules do; `null` is "no limit". */
    | {
        readonly kind: 'zone-limit-differs'
        readonly zoneId: string
        readonly count: Count
        readonly reckoned: number | null
        readonly ledger: number | null
      }
    /** More persons are excused than anything that was promised before needs. */
    | { readonly kind: 'excused-unneeded'; readonly zoneId: string; readonly excused: number; readonly needed: number }
    /** A row that nothing can be said of; whatever else is found may follow from it. */
    | { readonly kind: 'booking-unreadable'; readonly bookingNumber: number; readonly column: string }
    /** Bookings on a day that was never opened: whoever books opens it. */
    | { readonly kind: 'day-sheet-missing'; readonly bookings: number }
    /** A place is promised where no city is loaded, so that nothing can be said of it. */
    | { readonly kind: 'city-missing'; readonly bookingNumber: number }
  )

/** Persons as the sanitary rules count them, or everybody. */
export type Count = 'counted' | 'bodies'

/** A violation before it is told where and when. */
export type Found<V = Violation> = V extends Violation ? Omit<V, 'officeId' | 'date' | 'from' | 'to'> : never
