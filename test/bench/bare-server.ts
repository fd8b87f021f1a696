import express from 'express'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import ejs from 'ejs'
import { openDatabase } from '../../src/repositories/database.ts'

// The bare floor of a start: the same means (Express, EJS, knex on the same file), one query, one line of HTML.

const db = openDatabase(process.argv[2] ?? '')
const template = ejs.compile('<!doctype html><title>bare</title><p><%= bookings %></p>')
const bare = express()
bare.get('/page', async (_req, res) => {
  const row = (await db('bookings').max({ bookings: 'number' }).first()) as { bookings: number }
  res.type('html').send(template(row))
})
const server = createServer(bare).listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ listening: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })}\n`)
})
process.once('SIGTERM', () => process.exit(0))
