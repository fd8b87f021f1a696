import type { Knex } from 'knex'
import { backupFormat, readBackup, writeBackup, type Extent, type Part } from '../../repositories/backup/backup-file.ts'
import { withSnapshot, type Snapshot } from '../../repositories/backup/snapshot.ts'

/** What a backup is told and asked while it is made. */
export interface BackupWatch {
  /** Hears how many rows of a table are written so far. */
  readonly told?: (table: string, rows: number) => void
  readonly stop?: AbortSignal
}

/**
 * Writes the whole database to a file, as it stands now, while the program runs; then reads the file again.
 * The key of links and cookies is not in it (`kept-secret.ts`): whoever finds a backup must not be able to use it.
 *
 * @param takenAt  UTC instant
 * @throws {DatabaseUnfit} if the database is damaged or is none of ours
 */
export async function backUp(db: Knex, file: string, takenAt: string, watch: BackupWatch = {}): Promise<Extent> {
  const written = await withSnapshot(db, snapshot => writeBackup(file, partsOf(snapshot, takenAt, watch), watch.stop))
  await extentOf(file)
  return written
}

/** Reads a backup from end to end. @throws {BackupUnreadable} if it is not whole */
export async function extentOf(file: string): Promise<Extent> {
  const reading = readBackup(file)
  for (;;) {
    const next = await reading.next()
    if (next.done) return next.value
  }
}

async function* partsOf(snapshot: Snapshot, takenAt: string, { told, stop }: BackupWatch): AsyncGenerator<Part> {
  const { engine, migrations } = snapshot
  yield { backup: 'okienko', format: backupFormat, takenAt, engine, migrations }
  for (const table of snapshot.tables) {
    yield table
    let rows = 0
    for await (const some of snapshot.rows(table)) {
      stop?.throwIfAborted()
      yield* some
      rows += some.length
      told?.(table.table, rows)
    }
  }
}
