import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { makeDatabase } from './bench-city.ts'
import { benchBookings } from './bookings.ts'
import { toLines, type Figure } from './figures.ts'
import { benchGuard } from './guard.ts'
import { benchPages, benchPagesBeside } from './pages.ts'
import { benchSchedule } from './schedule.ts'
import { benchStart } from './start.ts'

// The speed report: each figure beside its bare floor, measured in the same run on the same machine.

const { values } = parseArgs({ options: { json: { type: 'string' }, quick: { type: 'boolean' } } })
const few = 10_000
const many = values.quick ? 50_000 : 1_000_000
const seconds = values.quick ? 2 : 5

const folder = mkdtempSync(path.join(tmpdir(), 'okienko-bench-'))
const figures: Figure[] = []
try {
  for (const past of [few, many]) {
    say(`filling a database with ${past} past bookings`)
    await makeDatabase(fileOf(past), past)
  }
  const pages = await benchPagesBeside(fileOf(few), fileOf(many), seconds)
  const bookings = new Map<number, { single: number; together: number }>()
  for (const past of [few, many]) {
    const file = fileOf(past)
    figures.push(...(await benchPages(file, seconds, past)))
    const booked = await benchBookings(file, seconds, past)
    figures.push(...booked.figures)
    bookings.set(past, booked)
    if (past !== few) continue
    figures.push(...(await benchSchedule(file, seconds)), ...(await benchGuard(file, seconds * 6)), ...(await benchStart(file)))
  }
  figures.push(...growth(pages, bookings))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const line of toLines(figures)) say(line)
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, undefined, 2)}\n`)

/**
 * The same with a hundred times the past must stay above 1 / 1.2 of what it was. Bookings are taken by their own floors,
 * which know nothing of the past: minutes lie between the two, in which the machine may have become another.
 */
function growth(
  pages: { readonly page: number; readonly json: number },
  bookings: ReadonlyMap<number, { readonly single: number; readonly together: number }>,
): Figure[] {
  const after = `, ${many} past bookings beside ${few}`
  const besides = (name: string, ratio: number): Figure => ({ name: name + after, value: ratio, unit: '', ratio, target: 0.83 })
  const compared = (name: string, of: (past: number) => number): Figure => ({
    name: name + after,
    ...{ value: of(many), unit: 'of its floor', floor: of(few), ratio: of(many) / of(few), target: 0.83 },
  })
  return [
    besides('times page', pages.page),
    besides('API times, all offices', pages.json),
    compared('booking, one at a time', past => bookings.get(past)?.single ?? 0),
    compared('booking, 32 at once', past => bookings.get(past)?.together ?? 0),
  ]
}

function fileOf(past: number): string {
  return path.join(folder, `past-${past}.sqlite3`)
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
