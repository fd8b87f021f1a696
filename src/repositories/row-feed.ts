import type { Knex } from 'knex'
import { keyOf, type DayKey } from './change-day.ts'
import { databaseOf } from './database.ts'

/** How a row of an office's day stands: `turn` grows with each change, `mark` differs even where a turn was given twice. */
export interface Stand extends DayKey {
  readonly turn: number
  readonly mark: string
}

/** Told of each turn. */
export type TurnListener = (turn: number) => void

/** News of one row of each office's day. */
export interface RowFeed {
  /** Tells of the turn the row is on, then of every other; answers what ends it. */
  watch(db: Knex, day: DayKey, listener: TurnListener): () => void
  /** Tells this process's listeners that rows were turned. Called once their transaction is on disk. */
  announce(db: Knex, turned: readonly Stand[]): void
}

interface Watch {
  readonly days: Map<string, WatchedDay>
  timer: NodeJS.Timeout | undefined
  /** Whether the database is being asked: whoever comes meanwhile begins no second chain of looks. */
  looking: boolean
}

interface WatchedDay {
  readonly day: DayKey
  readonly listeners: Set<TurnListener>
  /** What was told of last; `undefined` until the first look. */
  told: Pick<Stand, 'turn' | 'mark'> | undefined
}

/** Other processes' changes are noticed within so long. */
const lookEveryMs = 1000

/**
 * A feed that tells at once of what this process turned, within a second or so of what another one did; of several turns
 * between two looks the last one. The database is asked once a second for all days together, and only while somebody listens.
 *
 * @param read  how the rows of these days stand now
 */
export function newRowFeed(read: (db: Knex, days: readonly DayKey[]) => Promise<Stand[]>): RowFeed {
  const watches = new WeakMap<object, Watch>()

  /** A transaction shares its database's watch. */
  function watchOf(db: Knex): Watch {
    const database = databaseOf(db)
    const watch = watches.get(database) ?? { days: new Map<string, WatchedDay>(), timer: undefined, looking: false }
    watches.set(database, watch)
    return watch
  }

  async function look(db: Knex, watch: Watch) {
    watch.looking = true
    await tellOfOthers(db, watch).catch(() => undefined) // the next look asks again
    watch.looking = false
    watch.timer = undefined
    if (watch.days.size > 0) lookIn(lookEveryMs, db, watch)
  }

  function lookIn(milliseconds: number, db: Knex, watch: Watch) {
    if (!watch.looking) watch.timer ??= setTimeout(() => void look(db, watch), milliseconds).unref()
  }

  async function tellOfOthers(db: Knex, watch: Watch) {
    const days = [...watch.days.values()].map(({ day }) => day)
    for (const stand of await read(db, days)) tell(watch.days.get(keyOf(stand)), stand)
  }

  return {
    watch: (db, day, listener) => {
      const watch = watchOf(db)
      const watched = watch.days.get(keyOf(day)) ?? { day, listeners: new Set<TurnListener>(), told: undefined }
      watch.days.set(keyOf(day), watched)
      watched.listeners.add(listener)
      const { told } = watched
      if (told) queueMicrotask(() => watched.listeners.has(listener) && listener(told.turn))
      lookIn(0, db, watch)
      return () => {
        watched.listeners.delete(listener)
        if (watched.listeners.size === 0) watch.days.delete(keyOf(day))
        if (watch.days.size > 0) return
        clearTimeout(watch.timer)
        watch.timer = undefined
      }
    },
    announce: (db, turned) => {
      const watch = watches.get(databaseOf(db))
      if (!watch) return
      for (const stand of turned) tell(watch.days.get(keyOf(stand)), stand)
    },
  }
}

function tell(watched: WatchedDay | undefined, { turn, mark }: Stand) {
  if (!watched) return
  const { told } = watched
  // A look that began before this process turned the row may end after it.
  if (told && (told.mark === mark || turn < told.turn)) return
  watched.told = { turn, mark }
  for (const listener of watched.listeners) listener(turn)
}
