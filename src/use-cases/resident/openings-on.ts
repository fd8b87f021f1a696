import type { OfficeDate, Span } from '../../domain/calendar.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf } from '../../repositories/days.ts'
import type { House } from '../house.ts'

/** How one office receives people on one date. */
export interface Opening {
  readonly officeId: string
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
  const officeIds = city.offices.map(office => office.id)
  const days = await daysOf(house.db, city, officeIds, date, date)
  const asOf = officeIds.flatMap(officeId => days.get(keyOf({ officeId, date })) ?? [])
  return {
    etag: [date, ...asOf.map(({ label }) => label)].join(' '),
    offices: asOf.map(({ day: { plan } }) => ({
      officeId: plan.officeId,
      hours: plan.hours,
      appointmentOnly: plan.appointmentOnly,
      servicesOnly: plan.servicesOnly,
    })),
  }
}
