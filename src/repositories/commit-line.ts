import type { Knex } from 'knex'
import { runStatement } from './statement.ts'
import { inTransaction } from './transaction.ts'

/** What is to be done in a transaction. */
export type Work<T> = (trx: Knex) => Promise<T>

interface Waiting {
  readonly work: Work<unknown>
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

type Outcome = { readonly result: unknown } | { readonly error: unknown }

/** So many changes share one commit at most, so that the first of them does not wait long. */
const mostTogether = 64

const triesWhenContended = 8
// SQLITE_BUSY is not among them: the lock was waited for by then, as long as anybody should wait.
const contended = new Set(['40001', '40P01', 'SQLITE_BUSY_SNAPSHOT'])

/** The lines of one database, by name; those in which nobody stands are not there. */
interface Lines {
  readonly standing: Map<string, Waiting[]>
  /** Whether the last commit was shared. */
  crowded: boolean
  /** How many commits since then had one change only. */
  lonely: number
}

/** After so many changes without company the next ones do not wait for any, but for one in so many that looks round. */
const lonelyAfter = 16

const linesOf = new WeakMap<Knex, Lines>()

/**
 * Does some work in a transaction. Works of the same line go one after another; those that wait while one commits share
 * the next commit, each in a savepoint of its own, because the cost of a commit is the disk's and not the rows'.
 *
 * @param line  works of one line may share a transaction; `undefined`: this one goes alone
 * @throws      whatever the work throws; it is undone then, and the others of its commit are not
 */
export function waitInLine<T>(db: Knex, line: string | undefined, work: Work<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const waiting: Waiting = { work, resolve: resolve as (result: unknown) => void, reject }
    if (line === undefined) void commitTogether(db, [waiting])
    else standIn(db, line, waiting)
  })
}

function standIn(db: Knex, name: string, waiting: Waiting) {
  const lines = linesOf.get(db) ?? { standing: new Map<string, Waiting[]>(), crowded: false, lonely: 0 }
  linesOf.set(db, lines)
  const standing = lines.standing.get(name)
  if (standing) return void standing.push(waiting)
  lines.standing.set(name, [waiting])
  // Whoever comes in this turn of the event loop goes along. In a crowd, the next turn too: those answered by the last
  // commit ask again by then.
  if (lines.lonely >= lonelyAfter && lines.lonely % lonelyAfter !== 0) return void advance(db, lines, name)
  setImmediate(() => {
    if (lines.crowded) setImmediate(() => void advance(db, lines, name))
    else void advance(db, lines, name)
  })
}

async function advance(db: Knex, lines: Lines, name: string) {
  for (;;) {
    const next = lines.standing.get(name)?.splice(0, mostTogether) ?? []
    if (next.length === 0) return void lines.standing.delete(name)
    lines.crowded = next.length > 1
    lines.lonely = lines.crowded ? 0 : lines.lonely + 1
    await commitTogether(db, next)
  }
}

async function commitTogether(db: Knex, together: readonly Waiting[], tries = 1): Promise<void> {
  try {
    const outcomes = await inTransaction(db, trx => attemptAll(trx, together))
    together.forEach((waiting, place) => settle(waiting, outcomes[place] as Outcome))
  } catch (error) {
    if (!contended.has((error as { code?: string }).code ?? '')) return void together.forEach(waiting => waiting.reject(error))
    if (tries >= triesWhenContended) return void together.forEach(waiting => waiting.reject(error))
    await new Promise(resolve => setTimeout(resolve, Math.random() * 5 * 2 ** tries))
    await commitTogether(db, together, tries + 1)
  }
}

async function attemptAll(trx: Knex, together: readonly Waiting[]): Promise<Outcome[]> {
  const [only, ...others] = together
  if (only && others.length === 0) return [{ result: await only.work(trx) }]
  const outcomes: Outcome[] = []
  for (const waiting of together) outcomes.push(await attempt(trx, waiting))
  return outcomes
}

/** A refusal undoes its own savepoint only; a lost lock or connection undoes the whole commit, which is tried again. */
async function attempt(trx: Knex, waiting: Waiting): Promise<Outcome> {
  await runStatement(trx, 'SAVEPOINT attempt')
  try {
    const result = await waiting.work(trx)
    await runStatement(trx, 'RELEASE SAVEPOINT attempt')
    return { result }
  } catch (error) {
    if (contended.has((error as { code?: string }).code ?? '')) throw error
    await runStatement(trx, 'ROLLBACK TO SAVEPOINT attempt')
    await runStatement(trx, 'RELEASE SAVEPOINT attempt')
    return { error }
  }
}

function settle(waiting: Waiting, outcome: Outcome) {
  if ('error' in outcome) waiting.reject(outcome.error)
  else waiting.resolve(outcome.result)
}
