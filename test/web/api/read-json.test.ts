import assert from 'node:assert/strict'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { readJson } from '../../../src/web/api/read-json.ts'

type Headers = Readonly<Record<string, string>>

describe('A JSON body', () => {
  let server: Server
  before(async () => {
    const app = express()
    const echo: RequestHandler = (req, res) => void res.json({ body: req.body ?? 'none' })
    const refuse: ErrorRequestHandler = ({ status, type }: { status: number; type: string }, _req, res, _next) =>
      void res.status(status).json({ type })
    app.post('/ours', readJson(), echo)
    app.post('/express', express.json({ limit: '16kb' }), echo)
    app.use(refuse)
    server = createServer(app)
    await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  })
  after(() => void server.close())

  const json = { 'content-type': 'application/json' }
  const visit = JSON.stringify({ name: 'Żółć і їжак', persons: [1] })
  const cases: readonly [what: string, pieces: readonly (string | Buffer)[], headers?: Headers][] = [
    ['whole', [visit]],
    ['in pieces, one sign torn apart', [Buffer.from(visit).subarray(0, 10), Buffer.from(visit).subarray(10)]],
    ['of a list', ['[1, 2]']],
    ['of unknown length', [visit], { 'transfer-encoding': 'chunked' }],
    ['with its character set', [visit], { 'content-type': 'application/json; charset=utf-8' }],
    ['of another character set', [Buffer.from(visit, 'utf16le')], { 'content-type': 'application/json; charset=utf-16' }],
    ['of one that nobody knows', [visit], { 'content-type': 'application/json; charset=klingon' }],
    ['packed', [gzipSync(visit)], { 'content-encoding': 'gzip' }],
    ['packed oddly', [visit], { 'content-encoding': 'odd' }],
    ['that is empty', ['']],
    ['that is broken', ['{"service":']],
    ['that is a number', ['5']],
    ['that is null', ['null']],
    ['of 16 KB', [JSON.stringify({ a: 'x'.repeat(16 * 1024 - 8) })]],
    ['of one byte more', [JSON.stringify({ a: 'x'.repeat(16 * 1024 - 7) })]],
    ['that says it is text', [visit], { 'content-type': 'text/plain' }],
  ]
  for (const [what, pieces, headers] of cases) {
    it(`${what} is read, or refused, as Express would`, async () => {
      const answer = await send('/ours', pieces, { ...json, ...headers })
      assert.deepEqual(answer, await send('/express', pieces, { ...json, ...headers }))
    })
  }

  it('is what was sent', async () => {
    assert.deepEqual(await send('/ours', [visit], json), { status: 200, said: { body: JSON.parse(visit) as unknown } })
  })

  it('of somebody who hangs up is nobody’s', async () => {
    const { port } = server.address() as AddressInfo
    const sent = request({ port, path: '/ours', method: 'POST', headers: { ...json, 'content-length': '100' } })
    sent.on('error', () => undefined)
    await new Promise<void>(resolve => void sent.write('{"a":', () => resolve()))
    sent.destroy()
    assert.equal((await send('/ours', [visit], json)).status, 200)
  })

  function send(
    path: string,
    pieces: readonly (string | Buffer)[],
    headers: Headers,
  ): Promise<{ status: number; said: unknown }> {
    const { port } = server.address() as AddressInfo
    const bytes = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0)
    const length = 'transfer-encoding' in headers ? {} : { 'content-length': String(bytes) }
    return new Promise((resolve, reject) => {
      const sent = request({ port, path, method: 'POST', headers: { ...headers, ...length } }, answer => {
        let text = ''
        answer.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, said: JSON.parse(text) as unknown }))
      })
      sent.on('error', reject)
      void inPieces(sent, pieces)
    })
  }
})

async function inPieces(sent: ReturnType<typeof request>, pieces: readonly (string | Buffer)[]) {
  sent.setNoDelay(true)
  for (const piece of pieces) {
    await new Promise(resolve => void sent.write(piece, resolve))
    if (pieces.length > 1) await new Promise(resolve => setTimeout(resolve, 20))
  }
  sent.end()
}
