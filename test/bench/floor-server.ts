import express from 'express'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import ejs from 'ejs'
import { pino } from 'pino'
import supertest from 'supertest'
import { openDatabase } from '../../src/repositories/database.ts'
import { systemClock } from '../../src/time.ts'
import { randomBytes } from 'node:crypto'

// The bare floor of a page: Express that renders the same views by EJS from values which lie ready, and nothing else.
// Which values those are is heard by listening while the real program renders the page once.

interface Rendered {
  readonly template: ejs.TemplateFunction
  readonly values: object
  readonly text: string
}

const [, , databaseUrl = '', page = '', json = '', cookie = ''] = process.argv
const heard: Rendered[] = []
const compile = ejs.compile
ejs.compile = ((text: string, options: ejs.Options) => {
  const template = compile(text, options) as ejs.TemplateFunction
  return (values: object) => {
    const text = template(values as ejs.Data)
    heard.push({ template, values, text })
    return text
  }
}) as typeof ejs.compile

const { createApp } = await import('../../src/web/app.ts')
const db = openDatabase(databaseUrl)
const house = { db, clock: systemClock(), random: (count: number) => randomBytes(count) }
const settings = {
  secret: 'a secret of the bench',
  baseUrl: undefined,
  trustProxy: 0,
  metricsToken: undefined,
  readsPerMinute: 0,
  bookingsPerMinute: 0,
  processMetrics: false,
  reloadViews: false,
}
const real = createApp(house, settings as never, pino({ level: 'silent' }))
const answer = await supertest(real).get(page).set('Cookie', cookie).expect(200)
const layout = heard.find(each => each.text === answer.text) as Rendered
const view = heard.find(each => each.text === (layout.values as { body: string }).body) as Rendered
const times = json === '' ? {} : ((await supertest(real).get(json).expect(200)).body as object)
await db.destroy()

const render = () => layout.template({ ...layout.values, body: view.template(view.values as ejs.Data) })
const floor = express()
floor.get('/page', (_req, res) => void res.type('html').send(render()))
floor.get('/json', (_req, res) => void res.json(times))
floor.get('/same', (_req, res) => void res.send(render() === answer.text))

const server = createServer(floor).listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ listening: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })}\n`)
})
process.once('SIGTERM', () => process.exit(0))
