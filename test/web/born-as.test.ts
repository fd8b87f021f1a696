import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { bornAs } from '../../src/web/born-as.ts'

describe('Requests and answers born as Express’s own', () => {
  let server: Server | undefined
  afterEach(() => server?.close())

  it('have its prototypes before it sees them, and work as ever', async () => {
    const app = express()
    app.post('/echo', express.json(), (req, res) => void res.status(201).json({ host: req.hostname, sent: req.body as unknown }))
    const seen: boolean[] = []
    const listening = createServer(bornAs(app), (req, res) => {
      seen.push(Object.getPrototypeOf(req) === app.request && Object.getPrototypeOf(res) === app.response)
      app(req, res)
    })
    server = listening
    await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve))

    const { port } = listening.address() as AddressInfo
    const headers = { 'content-type': 'application/json', connection: 'close' }
    const answer = await fetch(`http://127.0.0.1:${port}/echo`, { method: 'POST', headers, body: '{"place":1}' })
    assert.deepEqual([answer.status, await answer.json()], [201, { host: '127.0.0.1', sent: { place: 1 } }])
    assert.deepEqual(seen, [true])
  })
})
