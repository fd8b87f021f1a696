import { openDatabase } from '../../src/repositories/database.ts'
import type { DayKey } from '../../src/repositories/change-day.ts'
import { handClock } from '../../src/time.ts'
import { deeds, type Deed } from './deeds.ts'
import { bytesFrom, streamOf } from './draw.ts'

// One process of the program in a simulation: it holds a house on the database, with a clock that it is told.

/** What a process is sent: the time it is now, and what people ask of it at once. */
export interface Burst {
  /** Local time, `2020-05-25T08:00`. */
  readonly at: string
  readonly asked: readonly { readonly deed: Deed; readonly by: object }[]
}

/** What it answers, one for one. */
export type Answered =
  | { readonly done: true; readonly answer: unknown }
  | { readonly done: false; readonly error: { readonly name: string; readonly message: string; readonly stack: string } }

const [url, timeZone, seed, officeId, date] = process.argv.slice(2) as [string, string, string, string, string]
const db = openDatabase(url)
const clock = handClock(`${date}T00:00`, timeZone)
const house = { db, clock, random: bytesFrom(streamOf(Number(seed), 'references')) }
const day: DayKey = { officeId, date }

process.on('message', (burst: Burst | 'stop') => {
  if (burst === 'stop') return void db.destroy().then(() => process.disconnect())
  clock.set(burst.at)
  void Promise.all(burst.asked.map(attempt)).then(answers => process.send?.(answers))
})
process.on('disconnect', () => process.exit())

async function attempt({ deed, by }: Burst['asked'][number]): Promise<Answered> {
  const act = deeds[deed] as (...of: [typeof house, DayKey, object]) => Promise<unknown>
  try {
    return { done: true, answer: await act(house, day, by) }
  } catch (error) {
    const { name, message, stack = '' } = error as Error
    return { done: false, error: { name, message, stack } }
  }
}
