import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OfficeDate } from '../../domain/calendar.ts'
import type { DayKey } from '../../repositories/change-day.ts'

/** Which pack a file holds. */
export interface PackKey extends DayKey {
  readonly number: number
}

/** Keeps a pack in the folder: it appears whole under its name, or not at all. */
export async function keepPack(folder: string, key: PackKey, pdf: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `.${nameOf(key)}.${randomBytes(4).toString('hex')}`)
  try {
    await writeFile(draft, pdf, { flag: 'wx', flush: true })
    await rename(draft, join(folder, nameOf(key)))
  } finally {
    await rm(draft, { force: true })
  }
}

/** A pack of the folder; `undefined` if it is not there. */
export async function readPack(folder: string, key: PackKey): Promise<Buffer | undefined> {
  return readFile(join(folder, nameOf(key))).catch(absent)
}

/** Whether a pack is there. */
export async function hasPack(folder: string, key: PackKey): Promise<boolean> {
  return (await stat(join(folder, nameOf(key))).catch(absent)) !== undefined
}

/** Removes one pack, if it is there. */
export async function removePack(folder: string, key: PackKey): Promise<void> {
  await rm(join(folder, nameOf(key)), { force: true })
}

/** Removes the packs of days before a date, and whatever a write that was cut off has left; answers how many files. */
export async function removePacksBefore(folder: string, date: OfficeDate): Promise<number> {
  const names = (await readdir(folder).catch(absent)) ?? []
  const old = names.filter(name => dateIn(name) !== undefined && (dateIn(name) ?? '') < date)
  for (const name of old) await rm(join(folder, name), { force: true })
  return old.length
}

/** The name under which a pack is kept, and sent: `CA-2020-05-11-2.pdf`. */
export function nameOf({ officeId, date, number }: PackKey): string {
  return `${officeId.replaceAll(/[^\w-]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)}-${date}-${number}.pdf`
}

function dateIn(name: string): OfficeDate | undefined {
  return /-(\d{4}-\d{2}-\d{2})-\d+\.pdf(\.[0-9a-f]+)?$/.exec(name)?.[1]
}

function absent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
  throw error
}
