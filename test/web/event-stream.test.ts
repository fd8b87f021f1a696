import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import express, { type Request, type Response } from 'express'
import { openEventStream, type EventStream } from '../../src/web/event-stream.ts'

describe('A stream of events', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })

  /** A server with a stream behind `/`, which is opened as said. */
  async function opened(open: (req: Request, res: Response) => Promise<void> | void): Promise<string> {
    const listening = express().get('/', open).listen(0, '127.0.0.1')
    server = listening
    await once(listening, 'listening')
    return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`
  }

  it('does what it does again and again, until its reader goes', async () => {
    const did: string[] = []
    const url = await opened((req, res) => follow(openEventStream(req, res), did))
    const asking = get(url)
    const [answer] = await once(asking, 'response')
    for (let beats = 0; beats < 3; beats += 1) await once(answer, 'data')
    asking.destroy()
    await theEnd(did)
    await isOver(did)
  })

  it('is over from the start for a reader who has gone before it opens', async () => {
    const did: string[] = []
    const url = await opened(async (req, res) => {
      asking.destroy()
      await once(res, 'close')
      follow(openEventStream(req, res), did)
    })
    const asking = get(url).on('error', () => undefined)
    await theEnd(did)
    assert.deepEqual(did, ['ended'])
    await isOver(did)
  })

  it('is over from the start where it waits for another answer, and ends its connection', async () => {
    const did: string[] = []
    const others: string[] = []
    const url = await opened((req, res) => follow(openEventStream(req, res), req.query['first'] ? did : others))
    const socket = connect(Number(new URL(url).port), '127.0.0.1').resume()
    socket.write(['?first=1', '?second=1'].map(asked => `GET /${asked} HTTP/1.1\r\nHost: x\r\n\r\n`).join(''))
    await once(socket, 'close')
    await theEnd(did)
    assert.deepEqual(others, ['ended'])
    await Promise.all([isOver(did), isOver(others)])
  })

  it('ends when what it does fails', async () => {
    const url = await opened((req, res) => openEventStream(req, res).every(5, () => Promise.reject(new Error('gone'))))
    const [answer] = await once(get(url), 'response')
    await once(answer.resume(), 'end')
  })

  it('does not keep a server that stops', async () => {
    const url = await opened((req, res) => void openEventStream(req, res))
    const [answer] = await once(get(url), 'response')
    server?.close()
    await once(answer.resume(), 'end')
  })
})

function follow(stream: EventStream, did: string[]): void {
  stream.every(5, () => {
    did.push('beat')
    stream.send('beat', '')
  })
  stream.onEnd(() => did.push('ended'))
}

async function theEnd(did: readonly string[]): Promise<void> {
  while (!did.includes('ended')) await wait(5)
}

/** Nothing comes after the end. */
async function isOver(did: readonly string[]): Promise<void> {
  const before = did.length
  await wait(50)
  assert.equal(did.length, before)
}
