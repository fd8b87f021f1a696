import type { City } from '../../src/domain/city.ts'
import { saveCity } from '../../src/repositories/city.ts'
import { insertDevice } from '../../src/repositories/devices.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { instantOf } from '../../src/time.ts'
import type { DoorPlace } from '../../src/use-cases/entrance/door-place.ts'
import type { AnswerOf, AskedBy, Deed } from '../simulation/deeds.ts'
import { openServers } from '../simulation/servers.ts'

/** What came of one of several things that were asked at once. */
export type Raced<D extends Deed> = { readonly answer: AnswerOf<D> } | { readonly error: string }

/** Several processes on one database, all at the same minute of one day of the tiny city. */
export interface DeskProcesses {
  /** Asks all at once, one process after another in turn. */
  race<D extends Deed>(time: string, asked: readonly (readonly [deed: D, by: AskedBy<D>])[]): Promise<Raced<D>[]>
  /** Asks one thing and answers it. @throws if it is an error */
  one<D extends Deed>(time: string, deed: D, by: AskedBy<D>): Promise<AnswerOf<D>>
  /** Where the guard stands. */
  readonly door: DoorPlace
  stop(): Promise<void>
}

/** Starts so many processes on a database, with a city in it, on Monday, 11 May 2020. @param guarded  a guard stands at the door */
export async function openDeskProcesses(url: string, city: City, processes: number, guarded = false): Promise<DeskProcesses> {
  const day = { officeId: 'CA', date: '2020-05-11' }
  const db = openDatabase(url)
  const loadedAt = instantOf('2020-05-04', 480, city.organisation.timeZone)
  await saveCity(db, city, loadedAt)
  const device = { officeId: 'CA', kind: 'guard', name: 'Wejście', entrance: '', countsExits: true, addedAt: loadedAt } as const
  const guard = guarded ? await insertDevice(db, device) : 0
  await db.destroy()
  const servers = openServers({ url, timeZone: city.organisation.timeZone, seed: 1, ...day, processes })
  const race: DeskProcesses['race'] = async (time, asked) => {
    const all = asked.map(([deed, by], process) => ({ deed, by, process }))
    const answers = await servers.burst(`${day.date}T${time}`, all)
    return answers.map(each =>
      each.done ? { answer: each.answer as never } : { error: `${each.error.name}: ${each.error.message}` },
    )
  }
  return {
    race,
    async one(time, deed, by) {
      const [raced] = await race(time, [[deed, by]])
      if (!raced || 'error' in raced) throw new Error(raced?.error)
      return raced.answer as never
    },
    door: { officeId: 'CA', entrance: '', number: guard },
    stop: () => servers.stop(),
  }
}
