import type { Knex } from 'knex'
import type { Minute } from '../../domain/calendar.ts'
import type { DayPlan } from '../../domain/capacity/day.ts'
import type { HeadCount } from '../../domain/queue/zone-heads.ts'
import { maximaOf } from '../../domain/queue/hourly-maxima.ts'
import { noteCountedTo, type DoorTurned } from '../../repositories/change-door.ts'
import { writeHeadCount } from '../../repositories/head-counts.ts'
import { keepMaxima } from '../../repositories/hourly-maxima.ts'

/** A count before and after something happened. */
export interface CountChange {
  readonly plan: DayPlan
  readonly before: HeadCount
  readonly after: HeadCount
  readonly minute: Minute
  /** Zones into which somebody was let in above a limit. */
  readonly overridden?: readonly string[]
}

/** Writes a count that has changed, and lets the hourly maxima follow: up to now with what stood, from now on with what stands. */
export async function writeCount(trx: Knex, turned: DoorTurned, change: CountChange): Promise<void> {
  const { plan, before, after, minute, overridden = [] } = change
  await writeHeadCount(trx, turned, before, after)
  const since = turned.countedTo === 0 ? minute : turned.countedTo
  const stood = since <= minute ? maximaOf(plan, before, since, minute) : []
  await keepMaxima(trx, turned, [...stood, ...maximaOf(plan, after, minute, minute)], {
    hour: Math.floor(Math.min(minute, 1439) / 60),
    zoneIds: overridden,
  })
  await noteCountedTo(trx, turned, minute)
}
