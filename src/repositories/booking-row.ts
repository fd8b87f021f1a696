import type { Channel, Language } from '../domain/city.ts'
import type { Booking, Contact } from '../domain/booking/booking.ts'
import type { Status } from '../domain/booking/status.ts'
import type { Stay } from '../domain/capacity/day.ts'
import type { ProtectedGroup } from '../domain/capacity/occupancy-rule.ts'

/** A booking with what only its resident and the desk may see. */
export interface BookingRecord extends Booking {
  readonly contact: Contact
  readonly groups: readonly ProtectedGroup[]
  /** Counts the changes that a calendar program must be told of. */
  readonly revision: number
  /** UTC instants. */
  readonly createdAt: string
  readonly changedAt: string
}

/** A row of the table, as it is stored. */
export interface BookingRow {
  number: number
  reference: string
  office_id: string
  date: string
  service_id: string
  desk_id: string
  start_minute: number
  end_minute: number
  desk_until_minute: number
  presence: string
  persons: number
  companions: string
  needs: string
  groups: string
  channel: string
  status: string
  expires_at: string | null
  language: string
  email: string | null
  phone: string | null
  revision: number
  created_at: string
  changed_at: string
}

/** A booking as the table has it. */
export function toRow(booking: Omit<BookingRecord, 'number'>): Omit<BookingRow, 'number'> {
  return {
    reference: booking.reference,
    office_id: booking.officeId,
    date: booking.date,
    service_id: booking.serviceId,
    desk_id: booking.deskId,
    start_minute: booking.start,
    end_minute: booking.end,
    desk_until_minute: booking.deskUntil,
    presence: JSON.stringify(booking.presence),
    persons: booking.party.persons,
    companions: JSON.stringify(booking.party.companions),
    needs: JSON.stringify(booking.needs),
    groups: JSON.stringify(booking.groups),
    channel: booking.channel,
    status: booking.status,
    expires_at: booking.expiresAt ?? null,
    language: booking.contact.language,
    email: booking.contact.email ?? null,
    phone: booking.contact.phone ?? null,
    revision: booking.revision,
    created_at: booking.createdAt,
    changed_at: booking.changedAt,
  }
}

/** A row of the table as a booking. */
export function fromRow(row: BookingRow): BookingRecord {
  return {
    number: row.number,
    reference: row.reference,
    officeId: row.office_id,
    date: row.date,
    serviceId: row.service_id,
    deskId: row.desk_id,
    start: row.start_minute,
    end: row.end_minute,
    deskUntil: row.desk_until_minute,
    presence: JSON.parse(row.presence) as Stay[],
    party: { persons: row.persons, companions: JSON.parse(row.companions) as BookingRecord['party']['companions'] },
    needs: JSON.parse(row.needs) as string[],
    groups: JSON.parse(row.groups) as ProtectedGroup[],
    channel: row.channel as Channel,
    status: row.status as Status,
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    contact: {
      language: row.language as Language,
      ...(row.email !== null && { email: row.email }),
      ...(row.phone !== null && { phone: row.phone }),
    },
    revision: row.revision,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}
