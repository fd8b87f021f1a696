import { addDays, datesFrom, type OfficeDate, type Span } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf } from '../../repositories/days.ts'
import type { House } from '../house.ts'

/** How one office receives people on one date. */
export interface Opening {
  readonly officeId: string
  readonly date: OfficeDate
  /** Empty: closed. */
  readonly hours: readonly Span[]
  readonly appointmentOnly: boolean
  /** Services served in person; `undefined`: every one. */
  readonly servicesOnly: ReadonlySet<string> | undefined
}

/** How offices receive people, and a tag that changes whenever that may have. */
export interface Openings {
  readonly etag: string
  readonly offices: readonly Opening[]
}

/** How every office receives people on a date, exceptions of the day included, in the city's order. */
export async function openingsOn(house: House, date: OfficeDate): Promise<Openings> {
  const city = await cityOf(house.db)
  return openingsOf(house, city, everywhere(city), date, date)
}

/** How every office receives people on the first date after a date, and no later than another, on which any does; none if none does. */
export async function nextOpenings(house: House, after: OfficeDate, to: OfficeDate): Promise<Openings> {
  const city = await cityOf(house.db)
  const later = await openingsOf(house, city, everywhere(city), addDays(after, 1), to)
  const open = later.offices.filter(({ hours }) => hours.length > 0)
  const first = open.map(({ date }) => date).sort()[0]
  return { etag: later.etag, offices: open.filter(({ date }) => date === first) }
}

/** How these offices receive people on each date from one to another, both included: office by office, in the order of dates. */
export async function openingsIn(
  house: House,
  officeIds: readonly string[],
  from: OfficeDate,
  to: OfficeDate,
): Promise<Openings> {
  return openingsOf(house, await cityOf(house.db), officeIds, from, to)
}

function everywhere({ offices }: City): string[] {
  return offices.map(({ id }) => id)
}

async function openingsOf(
  house: House,
  city: City,
  officeIds: readonly string[],
  from: OfficeDate,
  to: OfficeDate,
): Promise<Openings> {
  const days = await daysOf(house.db, city, officeIds, from, to)
  const keys = officeIds.flatMap(officeId => datesFrom(from, to).map(date => keyOf({ officeId, date })))
  const asOf = keys.flatMap(key => days.get(key) ?? [])
  return {
    etag: [from, ...asOf.map(({ label }) => label)].join(' '),
    offices: asOf.map(({ day: { plan } }) => ({
      officeId: plan.officeId,
      date: plan.date,
      hours: plan.hours,
      appointmentOnly: plan.appointmentOnly,
      servicesOnly: plan.servicesOnly,
    })),
  }
}
