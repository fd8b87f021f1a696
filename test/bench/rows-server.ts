import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { bornAs } from '../../src/web/born-as.ts'
import { rowsAfter, rowWriter } from './rows.ts'

// What a booking costs whoever takes it by Express: the body is read, the rows that lie ready are written, one is answered.

const [, , source = '', target = '', after = '0'] = process.argv
const rows = rowsAfter(source, Number(after), 100_000).values()
const first = rows.next().value ?? {}
const { write } = rowWriter(target, Object.keys(first))
const bare = express()
bare.disable('etag')
bare.disable('x-powered-by')
bare.post('/api/v1/bookings', express.json(), (_req, res) => {
  const row = rows.next().value
  if (!row) return void res.status(503).end()
  write(row)
  res.status(201).json(row)
})
const server = createServer(bornAs(bare), bare).listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ listening: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })}\n`)
})
process.once('SIGTERM', () => process.exit(0))
