import { weekdayOf } from '../calendar.ts'
import { holidayOn } from '../holidays.ts'
import { isAbout } from './audit-rules.ts'
import type { Minute, OfficeDate, Span } from '../calendar.ts'
import type { City, Desk } from '../city.ts'
import type { DayException } from './day.ts'

/** The audit's own reckoning of a day: which desks are staffed, and since when the office has been open. */
export interface AuditedOpening {
  readonly staffedAt: (desk: Desk, minute: Minute) => boolean
  /** When the stretch of opening began that a minute lies in; `undefined` if the office is closed then. */
  readonly openSince: (minute: Minute) => Minute | undefined
}

interface Audited {
  readonly city: City
  readonly officeId: string
  readonly date: OfficeDate
  readonly exceptions: readonly DayException[]
}

const known = new WeakMap<Audited, AuditedOpening>()

/** Reckons a day once, and each of its desks; ask it minute by minute. */
export function auditedOpening(day: Audited): AuditedOpening {
  const opening = known.get(day) ?? reckon(day)
  known.set(day, opening)
  return opening
}

function reckon(day: Audited): AuditedOpening {
  const hours = hoursOf(day)
  const isOpen = openMinutes(day, hours)
  const staffed = new Map<Desk, readonly boolean[]>()
  return {
    // One stretch may begin where another ends: 8:00 to 12:00, 12:00 to 16:00.
    openSince: minute => {
      if (!isOpen[minute]) return undefined
      const began = hours.find(span => covers(span, minute))?.from ?? minute
      return Math.max(began, isOpen.lastIndexOf(false, minute) + 1)
    },
    staffedAt: (desk, minute) => {
      const minutes = staffed.get(desk) ?? staffedMinutes(day, desk, isOpen)
      staffed.set(desk, minutes)
      return minutes[minute] ?? false
    },
  }
}

function staffedMinutes(day: Audited, desk: Desk, isOpen: readonly boolean[]): boolean[] {
  const own = desk.roster.filter(
    ({ validFrom = day.date, validTo = day.date, weekdays }) =>
      validFrom <= day.date && day.date <= validTo && weekdays.includes(weekdayOf(day.date)),
  )
  return isOpen.map((open, minute) => {
    if (!open) return false
    return day.exceptions.reduce(
      (staffed, exception) => {
        if (exception.kind === 'desk-unstaffed' && exception.deskId === desk.id && covers(exception.span, minute)) return false
        if (exception.kind === 'desk-staffed' && exception.shift.deskId === desk.id && covers(exception.shift.span, minute)) {
          return true
        }
        return staffed
      },
      own.some(({ span }) => !span || covers(span, minute)),
    )
  })
}

function openMinutes(day: Audited, hours: readonly Span[]): boolean[] {
  const closed = day.exceptions.filter(exception => exception.kind === 'office-closed')
  return Array.from(
    { length: 1440 },
    (_, minute) => hours.some(span => covers(span, minute)) && !closed.some(({ span }) => covers(span, minute)),
  )
}

function hoursOf({ city, officeId, date }: Audited): readonly Span[] {
  const special = city.specialDays.filter(day => day.date === date)
  const ofOffice = special.find(day => day.officeId === officeId) ?? special.find(day => !day.officeId)
  if (ofOffice) return ofOffice.hours
  if (holidayOn(date)) return []

  const replacing = city.rules.filter(rule => rule.enabled && rule.demand.kind === 'hours' && isAbout(city, rule, officeId))
  const usual = city.offices.find(office => office.id === officeId)?.opening ?? []
  const inForce = newestOf(replacing, date)
  const days = inForce?.demand.kind === 'hours' ? inForce.demand.days : newestOf(usual, date)?.days
  return days?.[weekdayOf(date)] ?? []
}

function newestOf<V extends { readonly validFrom?: OfficeDate; readonly validTo?: OfficeDate }>(
  all: readonly V[],
  date: OfficeDate,
): V | undefined {
  const inForce = all.filter(({ validFrom = date, validTo = date }) => validFrom <= date && date <= validTo)
  return inForce.reduce<V | undefined>(
    (newest, next) => (newest && (newest.validFrom ?? '') > (next.validFrom ?? '') ? newest : next),
    undefined,
  )
}

function covers(span: Span, minute: Minute): boolean {
  return minute >= span.from && minute < span.to
}
