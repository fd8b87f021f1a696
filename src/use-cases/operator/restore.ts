import type { Knex } from 'knex'
import { backupFormat, BackupUnreadable, readBackup, type Extent, type Part } from '../../repositories/backup/backup-file.ts'
import { countBookings, markAnew, refill } from '../../repositories/backup/refill.ts'
import { cityVersionOf, findCity, saveCity } from '../../repositories/city.ts'
import { renumberLayouts } from '../../repositories/day-sheets.ts'
import { deleteSignInsBefore } from '../../repositories/staff-sign-ins.ts'
import type { House } from '../house.ts'
import { extentOf } from './back-up.ts'

/** The database holds bookings, which a restore would take away. */
export class BookingsInTheWay extends Error {
  override readonly name = 'BookingsInTheWay'
  readonly bookings: number

  constructor(bookings: number) {
    super(`the database holds ${bookings} bookings`)
    this.bookings = bookings
  }
}

/** How a restore is done. */
export interface RestoreWish {
  /** Also where bookings are lost by it. */
  readonly replace?: boolean
  readonly told?: (table: string) => void
  readonly stop?: AbortSignal
}

/**
 * Puts a backup in place of everything that a migrated database holds, all or nothing, whichever engine it was taken on.
 * Whoever was signed in must sign in again. Processes that run on this database meanwhile take no old page for a new one.
 *
 * @throws {BackupUnreadable} if it is not whole, not ours, or made by a newer program
 * @throws {BookingsInTheWay} unless `replace` is set
 */
export async function restore(house: House, file: string, wish: RestoreWish = {}): Promise<Extent & { takenAt: string }> {
  const extent = await extentOf(file)
  let takenAt = ''
  await house.db.transaction(async trx => {
    const bookings = await countBookings(trx)
    if (bookings > 0 && !wish.replace) throw new BookingsInTheWay(bookings)

    const before = (await cityVersionOf(trx))?.version
    const parts = headFirst(readBackup(file), head => (takenAt = head), wish.stop)
    await refill(trx, parts, table => wish.told?.(table))
    await markAnew(trx, Buffer.from(house.random(9)).toString('base64url'))
    await deleteSignInsBefore(trx, '9999-12-31T23:59:59.999Z')
    if (before !== undefined) await countVersionsOn(trx, before, house.clock.instant())
  })
  return { ...extent, takenAt }
}

/** What a process has worked out for a version of the city must not be taken for that of another city of the same number. */
async function countVersionsOn(trx: Knex, before: number, instant: string) {
  const city = await findCity(trx)
  if (!city) return
  const version = Math.max(before, city.version) + 1
  await saveCity(trx, { ...city, version }, instant)
  await renumberLayouts(trx, city.version, version)
}

async function* headFirst(parts: AsyncIterable<Part>, taken: (at: string) => void, stop?: AbortSignal): AsyncGenerator<Part> {
  let isFirst = true
  for await (const part of parts) {
    stop?.throwIfAborted()
    if (isFirst) {
      if (!('backup' in part) || part.format !== backupFormat) throw new BackupUnreadable('it is no backup of Okienko')
      taken(part.takenAt)
    }
    isFirst = false
    yield part
  }
}
