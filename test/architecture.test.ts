import assert from 'node:assert/strict'
import path from 'node:path'
import { importsOf, sources, type Import, type Source } from './support/sources.ts'

// The layer rule: for each room of src, what may be imported there besides the room itself. Rooms and files of src go by
// their first name, packages by theirs, `node` is Node's own modules; `types of x` allows `import type` only.
// Whoever wants to add a word here writes down why in docs/decisions.
const everyRoom = [
  'domain',
  'time',
  'language',
  'repositories',
  'use-cases',
  'paper',
  'messages',
  'city-folder',
  'jobs',
  'web',
  'config',
]
const allowed: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  time: ['domain', 'luxon'],
  random: ['node'],
  language: ['domain', 'time', 'intl-messageformat'],
  repositories: ['domain', 'time', 'random', 'knexfile', 'knex', 'pg', 'better-sqlite3', 'lru-cache', 'node'],
  'city-folder': ['domain', 'time', 'yaml', 'zod', 'node'],
  paper: ['domain', 'time', 'language', 'pdfkit', '@point-of-sale/receipt-printer-encoder', 'qrcode', 'node'],
  messages: ['domain', 'time', 'language', 'ical-generator', 'nodemailer', 'node'],
  'use-cases': ['repositories', 'domain', 'time', 'paper', 'messages', 'types of knex', '@node-rs/argon2', 'lru-cache', 'node'],
  jobs: ['use-cases', 'domain', 'time', 'messages', 'types of pino', 'node'],
  config: ['domain', 'time', 'zod', 'node'],
  'kept-secret': ['config', 'node'],
  web: [
    ...['use-cases', 'domain', 'time', 'language', 'types of config', 'zod', 'node'],
    ...['express', 'ejs', 'helmet', 'compression', 'pino', 'pino-http', 'prom-client', 'rate-limiter-flexible'],
    ...['qrcode', 'lru-cache', 'openid-client'],
  ],
  cli: [...everyRoom, 'random', 'kept-secret', 'knex', 'node'],
  main: [...everyRoom, 'random', 'kept-secret', 'knex', 'pino', 'close-with-grace', 'node'],
}

describe('The layers of the house', () => {
  const files = sources()

  for (const room of roomsOf(files)) {
    it(`hold in ${room}`, () => {
      const here = files.filter(source => roomOf(source.path) === room)
      assert.deepEqual(here.flatMap(forbidden), [])
    })
  }

  it('forbid what they do not name', () => {
    const rule: Source = { path: 'src/domain/rule.ts', text: '' }
    assert.equal(isAllowed(rule, { from: './city.ts', typesOnly: false }), true)
    assert.equal(isAllowed(rule, { from: '../time.ts', typesOnly: true }), false)
    assert.equal(isAllowed(rule, { from: 'luxon', typesOnly: false }), false)
    const verb: Source = { path: 'src/use-cases/resident/verb.ts', text: '' }
    assert.equal(isAllowed(verb, { from: 'knex', typesOnly: true }), true)
    assert.equal(isAllowed(verb, { from: 'knex', typesOnly: false }), false)
  })
})

/** Sentences such as `src/web/app.ts imports knex`. */
function forbidden(source: Source): string[] {
  return importsOf(source)
    .filter(found => !isAllowed(source, found))
    .map(found => `${source.path} imports ${found.from}`)
}

function isAllowed(source: Source, found: Import): boolean {
  const room = roomOf(source.path)
  const wanted = found.from.startsWith('.')
    ? roomOf(path.posix.join(path.posix.dirname(source.path), found.from))
    : packageOf(found.from)
  const words = allowed[room] ?? []
  return wanted === room || words.includes(wanted) || (found.typesOnly && words.includes(`types of ${wanted}`))
}

function roomsOf(files: readonly Source[]): string[] {
  return [...new Set(files.map(source => roomOf(source.path)))]
}

/** `domain` of `src/domain/city.ts`, `time` of `src/time.ts`, `knexfile` of `knexfile.ts`. */
function roomOf(file: string): string {
  return (
    file
      .replace(/^src\//, '')
      .split('/')[0]
      ?.replace(/\.\w+$/, '') ?? ''
  )
}

function packageOf(name: string): string {
  if (name.startsWith('node:')) return 'node'
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}
