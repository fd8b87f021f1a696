import assert from 'node:assert/strict'
import { onBothEngines } from './database.ts'
import { startServer } from './server.ts'

onBothEngines('The real program', (_open, engine) => {
  it('serves in several processes on one database, and stops when asked to', async () => {
    const settings = { DATABASE_URL: await engine.freshUrl(), SECRET: 'secret-of-the-tests-0123456789abcdef' }
    const first = await startServer(settings)
    const second = await startServer(settings)
    for (const server of [first, second]) assert.equal((await fetch(`${server.url}/readyz`)).status, 200)

    assert.equal(await first.stop(), 0)
    assert.equal((await fetch(`${second.url}/healthz`)).status, 200)
    await second.kill()
    await assert.rejects(fetch(`${second.url}/healthz`))
  })
})

describe('A program that cannot start', () => {
  it('is told of with what it said', () => assert.rejects(startServer({ PORT: 'seven' }), /PORT/))
})
