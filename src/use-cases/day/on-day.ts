import type { Knex } from 'knex'
import type { City } from '../../domain/city.ts'
import { onPage, type Day } from '../../domain/capacity/day.ts'
import { changeDays, type DayKey, type Turned } from '../../repositories/change-day.ts'
import { cityOf, lastCityOf } from '../../repositories/city.ts'
import { announceTurned } from '../../repositories/day-feed.ts'
import { dayBefore, rememberDay } from '../../repositories/days.ts'
import type { House } from '../house.ts'
import { layOutDay } from './lay-out-day.ts'
import { letHoldsExpire } from './let-holds-expire.ts'

/** A day that this transaction alone may change. `day` is what it has become so far. */
export interface OpenDay {
  readonly trx: Knex
  readonly house: House
  readonly city: City
  readonly turned: Turned
  day: Day
}

/**
 * Opens one office's one day for a change, all or nothing. The ledger is laid out if it is not yet, or was by an older
 * city; holds whose time is over are gone.
 */
export function onDay<T>(house: House, day: DayKey, change: (open: OpenDay) => Promise<T>): Promise<T> {
  return onDays(house, [day], ([open]) => change(open as OpenDay))
}

/** The same for several days at once, in the order given; equal days are opened once and come as the same object. */
export async function onDays<T>(house: House, days: readonly DayKey[], change: (open: OpenDay[]) => Promise<T>): Promise<T> {
  const city = await lastCityOf(house.db)
  try {
    let committed: readonly Turned[] = []
    const answer = await changeDays(house.db, days, async (trx, sheets) => {
      committed = sheets
      const opened = new Map<Turned, OpenDay>()
      for (const turned of new Set(sheets)) opened.set(turned, await open(trx, house, city, turned))
      const result = await change(sheets.map(turned => opened.get(turned) as OpenDay))
      for (const each of opened.values()) rememberDay(trx, city, each.turned, onPage(each.day, each.turned.page))
      return result
    })
    announceTurned(house.db, committed)
    return answer
  } catch (error) {
    if (!(error instanceof CityHasChanged)) throw error
    await cityOf(house.db)
    return onDays(house, days, change)
  }
}

/** The city was loaded anew between reading it and opening the day. */
class CityHasChanged extends Error {}

async function open(trx: Knex, house: House, city: City, turned: Turned): Promise<OpenDay> {
  if (turned.newestCity !== city.version) throw new CityHasChanged()
  const opened: OpenDay = { trx, house, city, turned, day: await dayBefore(trx, city, turned) }
  if (turned.cityVersion !== city.version) await layOutDay(opened)
  await letHoldsExpire(opened)
  return opened
}
