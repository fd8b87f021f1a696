import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { DayKey } from '../../src/repositories/change-day.ts'
import type { Answered, Burst } from './server.ts'

/** Processes of the program that answer one simulated minute after another, all of them at once. */
export interface Servers {
  readonly count: number
  /** Sends each process its part, and waits for all. Answers come in the order of what was asked. */
  burst(at: string, asked: readonly (Burst['asked'][number] & { readonly process: number })[]): Promise<Answered[]>
  stop(): Promise<void>
}

/** What the processes of one simulation share. */
export interface Opening extends DayKey {
  readonly url: string
  readonly timeZone: string
  readonly seed: number
  readonly processes: number
}

/** Starts so many processes on one database. */
export function openServers({ url, timeZone, seed, officeId, date, processes }: Opening): Servers {
  const children = Array.from({ length: processes }, (_, nth) =>
    fork(path.join(import.meta.dirname, 'server.ts'), [url, timeZone, `${seed * 100 + nth}`, officeId, date], {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
    }),
  )
  return {
    count: processes,
    async burst(at, asked) {
      const answers: Answered[] = []
      await Promise.all(
        children.map(async (child, nth) => {
          const places = asked.flatMap(({ process }, place) => (process % processes === nth ? [place] : []))
          if (places.length === 0) return
          const part = places.map(place => ({ deed: asked[place]!.deed, by: asked[place]!.by }))
          const answered = await answersOf(child, { at, asked: part })
          places.forEach((place, i) => (answers[place] = answered[i]!))
        }),
      )
      return answers
    },
    async stop() {
      await Promise.all(
        children.map(async child => {
          if (child.exitCode !== null || child.signalCode !== null) return
          const gone = once(child, 'exit')
          child.send('stop')
          await gone
        }),
      )
    },
  }
}

async function answersOf(child: ChildProcess, burst: Burst): Promise<Answered[]> {
  const answered = new Promise<Answered[]>((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process of the simulation ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (answers: Answered[]) => {
      child.off('exit', ended)
      resolve(answers)
    })
  })
  child.send(burst)
  return answered
}
