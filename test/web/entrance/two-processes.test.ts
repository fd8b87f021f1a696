import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import { openDatabase } from '../../../src/repositories/database.ts'
import { doorEventsOfDay } from '../../../src/repositories/door-events.ts'
import { headCount } from '../../../src/repositories/head-counts.ts'
import { systemClock } from '../../../src/time.ts'
import { addDevice } from '../../../src/use-cases/entrance/add-device.ts'
import { claimDevice } from '../../../src/use-cases/entrance/claim-device.ts'
import { onBothEngines } from '../../support/database.ts'
import { reopening } from '../../support/rehearsal.ts'
import { startServer } from '../../support/server.ts'
import { signedInAs } from '../../support/signed-in.ts'

const key = { officeId: 'CA', date: '2020-05-11' }
const presses = 40

onBothEngines('Two doors of two processes', (_open, engine) => {
  it('count every head once, though every press is sent to both', async function () {
    this.timeout(90_000)
    const url = await engine.freshUrl()
    const settings = {
      DATABASE_URL: url,
      OKIENKO_CLOCK: reopening,
      SECRET: 'a secret of two processes',
      RATE_LIMIT_BOOKINGS_PER_MINUTE: '0',
    }
    const servers = [await startServer(settings), await startServer(settings)]
    const db = openDatabase(url)
    try {
      const credential = await aGuard(db)

      const press = async (base: string, i: number) => {
        // Told late, so that no limit refuses it; every fourth goes out again.
        const fields = {
          event: `press-${i}-of-many`,
          way: i % 4 === 3 ? 'out' : 'in',
          persons: '2',
          doneAt: '2020-05-11T05:55:00.000Z',
        }
        const body = new URLSearchParams({ ...fields, fragment: '1' })
        const headers = { cookie: `okienko_device=${credential}` }
        const answer = await fetch(`${base}/entrance/guard/heads`, { method: 'POST', headers, body })
        assert.equal(answer.status, 200)
        return answer.text()
      }
      for (let from = 0; from < presses; from += 8) {
        const some = Array.from({ length: 8 }, (_, i) => from + i)
        await Promise.all(some.flatMap(i => servers.map(server => press(server.url, i))))
      }

      const events = await doorEventsOfDay(db, key)
      const sum = (kind: string) => events.filter(event => event.kind === kind).reduce((all, event) => all + event.persons, 0)
      assert.equal(events.length, presses)
      assert.equal(sum('in'), presses * 2 * 0.75)
      const [building, ...others] = await headCount(db, key)
      assert.deepEqual(others, [])
      assert.equal(building?.[1].bodies, sum('in') - sum('out'))
    } finally {
      await db.destroy()
      await Promise.all(servers.map(server => server.stop()))
    }
  })

  it('show each other what they have counted', async function () {
    this.timeout(90_000)
    const url = await engine.freshUrl()
    const settings = { DATABASE_URL: url, OKIENKO_CLOCK: reopening, SECRET: 'a secret of two processes' }
    const [one, other] = [await startServer(settings), await startServer(settings)]
    const db = openDatabase(url)
    const over = new AbortController()
    try {
      const credential = await aGuard(db)
      const headers = { cookie: `okienko_device=${credential}` }
      const stream = await fetch(`${other.url}/entrance/guard/changes`, { headers, signal: over.signal })
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
      const heard = async (wanted: string) => {
        for (let text = ''; !text.includes(wanted);) text += (await reader?.read())?.value ?? ''
      }
      await heard('event: beat')

      const body = new URLSearchParams({ event: 'press-at-one', way: 'in', persons: '2', fragment: '1' })
      await (await fetch(`${one.url}/entrance/guard/heads`, { method: 'POST', headers, body })).text()
      await heard('event: door')
      const live = await (await fetch(`${other.url}/entrance/guard/live`, { headers })).text()
      assert.match(live, /<b>2<\/b>|<b>2 (?:z|os)/)
    } finally {
      over.abort()
      await db.destroy()
      await Promise.all([one.stop(), other.stop()])
    }
  })
})

/** A guard's phone that a manager has enrolled: its credential. */
async function aGuard(db: Knex): Promise<string> {
  const house = { db, clock: systemClock(), random: (count: number) => crypto.getRandomValues(new Uint8Array(count)) }
  const { number } = await signedInAs(house, { role: 'manager' })
  const asked = { officeId: 'CA', kind: 'guard', name: 'Telefon', entrance: '', countsExits: true } as const
  const { code = '' } = await addDevice(house, asked, number)
  const { credential } = await claimDevice(house, { code, address: '127.0.0.1' })
  return credential
}
