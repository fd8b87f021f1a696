import type { Knex } from 'knex'
import { keyOf, type DayKey, type Turned } from './change-day.ts'

/** Told of each page that a day has turned to. */
export type PageListener = (page: number) => void

interface Feed {
  readonly days: Map<string, WatchedDay>
  timer: NodeJS.Timeout | undefined
}

interface WatchedDay {
  readonly day: DayKey
  readonly listeners: Set<PageListener>
  /** What was told of last; `undefined` until the first look. */
  told: Pick<Turned, 'page' | 'mark'> | undefined
}

/** Other processes' changes are noticed within so long. */
const lookEveryMs = 1000

const feeds = new WeakMap<object, Feed>()

/**
 * Tells a listener of the page a day is on, then of every page it turns to: at once if this process turned it, within a
 * second or so if another one did; of several pages turned between two looks the last one. The database is asked once a second for all days together, and only while somebody listens.
 *
 * @returns ends it
 */
export function watchDay(db: Knex, day: DayKey, listener: PageListener): () => void {
  const feed = feedOf(db)
  const watched = feed.days.get(keyOf(day)) ?? { day, listeners: new Set<PageListener>(), told: undefined }
  feed.days.set(keyOf(day), watched)
  watched.listeners.add(listener)
  const { told } = watched
  if (told) queueMicrotask(() => watched.listeners.has(listener) && listener(told.page))
  feed.timer ??= setTimeout(() => void look(db, feed), 0).unref()

  return () => {
    watched.listeners.delete(listener)
    if (watched.listeners.size === 0) feed.days.delete(keyOf(day))
    if (feed.days.size > 0) return
    clearTimeout(feed.timer)
    feed.timer = undefined
  }
}

/** Tells this process's listeners that pages were turned. Called once their transaction is on disk. */
export function announceTurned(db: Knex, sheets: readonly Turned[]): void {
  const feed = feeds.get(configOf(db))
  if (!feed) return
  for (const sheet of sheets) tell(feed.days.get(keyOf(sheet)), sheet.page, sheet.mark)
}

async function look(db: Knex, feed: Feed) {
  await tellOfOthers(db, feed).catch(() => undefined) // the next look asks again
  if (feed.days.size > 0) feed.timer = setTimeout(() => void look(db, feed), lookEveryMs).unref()
  else feed.timer = undefined
}

async function tellOfOthers(db: Knex, feed: Feed) {
  const days = [...feed.days.values()].map(({ day }) => day)
  const rows = (await db('day_sheets')
    .whereIn('office_id', [...new Set(days.map(day => day.officeId))])
    .whereIn('date', [...new Set(days.map(day => day.date))])
    .select('office_id', 'date', 'page', 'mark')) as { office_id: string; date: string; page: number; mark: string }[]
  for (const row of rows) tell(feed.days.get(keyOf({ officeId: row.office_id, date: row.date })), row.page, row.mark)
}

function tell(watched: WatchedDay | undefined, page: number, mark: string) {
  if (!watched) return
  const { told } = watched
  // A look that began before this process turned a page may end after it.
  if (told && (told.mark === mark || page < told.page)) return
  watched.told = { page, mark }
  for (const listener of watched.listeners) listener(page)
}

/** A transaction shares its database's feed. */
function feedOf(db: Knex): Feed {
  const config = configOf(db)
  const feed = feeds.get(config) ?? { days: new Map<string, WatchedDay>(), timer: undefined }
  feeds.set(config, feed)
  return feed
}

function configOf(db: Knex): object {
  return (db.client as { config: object }).config
}
