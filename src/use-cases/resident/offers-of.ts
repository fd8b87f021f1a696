import { createHash } from 'node:crypto'
import { datesFrom, type Minute, type Moment, type OfficeDate } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import type { Refusal } from '../../domain/booking/refusal.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import { freeTimes, type FreeTimes } from '../../domain/capacity/free-times.ts'
import type { Day } from '../../domain/capacity/day.ts'
import { visitOf, type Visit } from '../../domain/capacity/visit.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** For whom, where and in which dates (both included) free times are wanted. Without offices: every one that does it. */
export interface OfferQuery extends Pick<VisitRequest, 'serviceId' | 'party' | 'needs' | 'groups' | 'channel'> {
  readonly officeIds?: readonly string[]
  readonly from: OfficeDate
  readonly to: OfficeDate
}

export interface DayOffer {
  readonly date: OfficeDate
  readonly times: readonly { readonly start: Minute; readonly places: number }[]
  /** Why there is no time, where there is none. */
  readonly refusal?: Refusal
}

export interface OfficeOffer {
  readonly officeId: string
  readonly days: readonly DayOffer[]
}

/** Free times, and a tag that changes whenever they may have. Reading the tag alone computes nothing. */
export interface Offers {
  readonly etag: string
  readonly offices: readonly OfficeOffer[]
}

/** The free times of a matter at offices and dates, as they stand now. @throws {NotFound} for an unknown service or office */
export async function offersOf(house: House, query: OfferQuery): Promise<Offers> {
  const city = await cityOf(house.db)
  if (!city.services.some(service => service.id === query.serviceId)) throw new NotFound('service')
  const officeIds = query.officeIds ?? officesDoing(city, query.serviceId)
  const now = nowAt(house, city, officeIds)
  const days = await daysOf(house.db, city, officeIds, query.from, query.to)
  let offices: OfficeOffer[] | undefined
  return {
    etag: tagOf(query, now, days),
    get offices() {
      offices ??= compute(city, query, officeIds, days, now)
      return offices
    },
  }
}

/** Offices whose desks do a matter, in the city's order. */
export function officesDoing(city: City, serviceId: string): string[] {
  const groupIds = city.services.find(service => service.id === serviceId)?.deskGroupIds ?? []
  const doing = new Set(city.deskGroups.filter(group => groupIds.includes(group.id)).map(group => group.officeId))
  return city.offices.filter(office => doing.has(office.id)).map(office => office.id)
}

function nowAt(house: House, city: City, officeIds: readonly string[]): Map<string, Moment> {
  const zones = new Map<string, Moment>()
  return new Map(
    officeIds.map(officeId => {
      const office = city.offices.find(each => each.id === officeId)
      if (!office) throw new NotFound('office')
      const now = zones.get(office.timeZone) ?? house.clock.now(office.timeZone)
      zones.set(office.timeZone, now)
      return [officeId, now]
    }),
  )
}

function compute(
  city: City,
  query: OfferQuery,
  officeIds: readonly string[],
  days: ReadonlyMap<string, DayAsOf>,
  now: ReadonlyMap<string, Moment>,
): OfficeOffer[] {
  const visit = visitOf(city, query)
  const visitKey = visitKeyOf(query)
  return officeIds.map(officeId => ({
    officeId,
    days: datesFrom(query.from, query.to).map(date => {
      const { day } = days.get(keyOf({ officeId, date })) as DayAsOf
      return { date, ...remembered(day, visit, visitKey, now.get(officeId) as Moment) }
    }),
  }))
}

interface Remembered {
  readonly now: string
  readonly times: FreeTimes
}

const remembrance = new WeakMap<Day, Map<string, Remembered>>()

/** Free times of one page of a day do not change within a minute. */
function remembered(day: Day, visit: Visit, visitKey: string, now: Moment): FreeTimes {
  const known = remembrance.get(day) ?? new Map<string, Remembered>()
  remembrance.set(day, known)
  const minute = `${now.date} ${now.minute}`
  const last = known.get(visitKey)
  if (last?.now === minute) return last.times
  const times = freeTimes(day, visit, now)
  known.set(visitKey, { now: minute, times })
  return times
}

function visitKeyOf(query: OfferQuery): string {
  return JSON.stringify([query.serviceId, query.party, query.needs, query.groups, query.channel])
}

function tagOf(query: OfferQuery, now: ReadonlyMap<string, Moment>, days: ReadonlyMap<string, DayAsOf>): string {
  const hash = createHash('sha1').update(visitKeyOf(query))
  for (const [officeId, { date, minute }] of now) hash.update(`${officeId} ${date} ${minute}`)
  for (const [key, { label }] of days) hash.update(`${key} ${label}`)
  return hash.digest('base64url')
}
