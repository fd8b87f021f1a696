import { Agent, get } from 'node:http'
import { median } from './figures.ts'

/** A day that is changed, and the page that shows it beside its floor. */
export interface ChangingDay {
  /** Addresses of the page and of its bare floor. */
  readonly page: string
  readonly floor: string
  readonly cookie: string
  /** Where the needs of one visit after another are noted, and what each form says besides. */
  readonly changes: readonly string[]
  readonly form: Readonly<Record<string, string>>
}

const agent = new Agent({ keepAlive: true })
const warmUp = 100

/**
 * Readings a second of a page and of its floor, by one reader: before each reading something is changed by the same
 * server, so that nothing lies ready. The change is not timed.
 */
export async function readingsWhileChanging(day: ChangingDay, turns: number): Promise<{ page: number; floor: number }> {
  const spent = { page: [] as number[], floor: [] as number[] }
  for (let turn = 0; turn < warmUp + turns; turn += 1) {
    await change(day, turn)
    const [page, floor] = [await timeOf(day.page, day.cookie), await timeOf(day.floor, '')]
    if (turn < warmUp) continue
    spent.page.push(page)
    spent.floor.push(floor)
  }
  return { page: 1000 / median(spent.page), floor: 1000 / median(spent.floor) }
}

/** Notes a need, and in the next round takes it back. */
async function change({ changes, form, cookie }: ChangingDay, turn: number) {
  const isNoted = Math.floor(turn / changes.length) % 2 === 0
  const body = new URLSearchParams({ ...form, ...(isNoted && { need: 'loop' }) })
  const answer = await fetch(changes[turn % changes.length] ?? '', {
    method: 'POST',
    body,
    headers: { cookie },
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  if (answer.status !== 303) throw new Error(`nothing was changed: ${answer.status}`)
}

function timeOf(address: string, cookie: string): Promise<number> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { cookie } }, answer => {
      if (answer.statusCode !== 200) reject(new Error(`${address}: ${answer.statusCode}`))
      answer.resume().once('end', () => resolve(performance.now() - startedAt))
    }).once('error', reject)
  })
}
