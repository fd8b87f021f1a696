import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInThisContext } from 'node:vm'
import express, { type Express } from 'express'
import { bornAs } from '../../src/web/born-as.ts'

describe('Requests and answers born as Express’s own', () => {
  let server: Server | undefined
  afterEach(() => server?.close())

  it('have its prototypes before it sees them, and work as ever', async () => {
    const app = express()
    app.post('/echo', express.json(), (req, res) => void res.status(201).json({ host: req.hostname, sent: req.body as unknown }))
    const seen: boolean[] = []
    const answer = await ask(app, (req, res) => {
      seen.push(Object.getPrototypeOf(req) === app.request && Object.getPrototypeOf(res) === app.response)
    })
    assert.deepEqual([answer.status, await answer.json()], [201, { host: '127.0.0.1', sent: { place: 1 } }])
    assert.deepEqual(seen, [true])
  })

  it('are no tables to V8, when they are born and once Express has had them', async () => {
    const app = express()
    const seen: boolean[] = []
    const look = (req: object, res: object) => void seen.push(isNoTable(req), isNoTable(res))
    app.post('/echo', express.json(), (req, res) => {
      look(req, res)
      res.json({})
    })
    await ask(app, look)
    assert.deepEqual(seen, [true, true, true, true])
  })

  async function ask(app: Express, look: (req: IncomingMessage, res: ServerResponse) => void): Promise<Response> {
    const listening = createServer(bornAs(app), (req, res) => {
      look(req, res)
      app(req, res)
    })
    server = listening
    await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve))
    const { port } = listening.address() as AddressInfo
    const headers = { 'content-type': 'application/json', connection: 'close' }
    return fetch(`http://127.0.0.1:${port}/echo`, { method: 'POST', headers, body: '{"place":1}' })
  }
})

/** Whether V8 finds an object's properties by their place, and not by looking them up in a table of the object's own. */
function isNoTable(thing: object): boolean {
  setFlagsFromString('--allow-natives-syntax')
  const look = runInThisContext('thing => %HasFastProperties(thing)') as (thing: object) => boolean
  const answer = look(thing)
  setFlagsFromString('--no-allow-natives-syntax')
  return answer
}
