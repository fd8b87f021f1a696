import type { City } from '../../src/domain/city.ts'
import { saveCity } from '../../src/repositories/city.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { instantOf } from '../../src/time.ts'
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
  stop(): Promise<void>
}

/** Starts so many processes on a database, with a city in it, on Monday, 11 May 2020. */
export async function openDeskProcesses(url: string, city: City, processes: number): Promise<DeskProcesses> {
  const day = { officeId: 'CA', date: '2020-05-11' }
  const db = openDatabase(url)
  await saveCity(db, city, instantOf('2020-05-04', 480, city.organisation.timeZone))
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
    stop: () => servers.stop(),
  }
}
