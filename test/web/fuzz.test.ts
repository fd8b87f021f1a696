import assert from 'node:assert/strict'
import fc from 'fast-check'
import request from 'supertest'
import { problem } from '../../src/web/api/answers.ts'
import { calls } from '../../src/web/api/calls.ts'
import { onBothEngines } from '../support/database.ts'
import { aWeb, type TestWeb } from '../support/web.ts'

const runs = { numRuns: 150 }

/** A value that is often right, so that nonsense gets past the first door. */
const often = <T>(right: T) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<unknown>(right) },
    { weight: 2, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> },
  )

const body = fc.record(
  {
    service: often('id-card'),
    office: often('CA'),
    date: fc.oneof(often('2020-05-11'), fc.constantFrom('2020-02-30', '0000-00-00', '9999-12-31', '2199-12-31', '2000-01-01')),
    time: fc.oneof(often('09:00'), fc.constantFrom('00:00', '23:59', '24:00', '09:01', '-1:00')),
    persons: fc.oneof(often(1), fc.constantFrom(0, -1, 1e21, 1.5, 100)),
    companions: fc.oneof(often({}), fc.constantFrom({ child: 1 }, { child: -1 }, { __proto__: 1 }, { constructor: 1 })),
    needs: often([]),
    groups: often([]),
    language: often('pl'),
    email: fc.oneof(fc.string(), fc.constant('a@b.pl'), fc.string({ unit: 'binary' })),
    phone: fc.oneof(fc.string(), fc.constant('600700800')),
    hold: fc.oneof(fc.string(), fc.constantFrom('7K2M-9QXD', '%00')),
    secret: fc.string(),
  },
  { requiredKeys: [] },
)

/** A part of an address: often one that exists, else anything that can be written in one. */
const part = (...right: string[]) =>
  fc.oneof(
    fc.constantFrom(...right),
    fc.string({ unit: 'binary', maxLength: 30 }).map(encodeSafely),
    fc.constantFrom('%', '%00', '%ff', '..', '1e9', '9'.repeat(40)),
  )

const query = fc
  .dictionary(
    fc.constantFrom('from', 'to', 'persons', 'office', 'companions', 'needs', 'groups', 'lang', '__proto__'),
    fc.oneof(part('2020-05-11', '2020-06-01', '1', 'CA', 'child:1', 'uk', 'senior'), part('0001-01-01', '9999-12-31')),
  )
  .map(pairs =>
    Object.entries(pairs)
      .map(pair => pair.join('='))
      .join('&'),
  )

const headers = fc.record(
  {
    'Accept-Language': visible(),
    Cookie: visible(),
    Authorization: fc.oneof(
      visible(),
      visible().map(text => `Bearer ${text}`),
    ),
    'Idempotency-Key': visible(),
    'If-None-Match': visible(),
    'Accept-Encoding': visible(),
    Accept: fc.oneof(visible(), fc.constantFrom('text/html', 'application/json', 'image/png')),
    Origin: visible(),
    'X-Forwarded-For': visible(),
  },
  { requiredKeys: [] },
)

onBothEngines('Nonsense', open => {
  let web: TestWeb
  before(async () => (web = await aWeb(await open(), { trustProxy: 1 })))

  for (const call of calls) {
    it(`sent to ${call.name} is never answered by a fault of ours, and every "no" is a problem`, async function () {
      this.timeout(60_000)
      const path = fc
        .record({
          office: part('CA', '1'),
          service: part('id-card', '1'),
          date: part('2020-05-11', '2020-13-01'),
          reference: part('7K2M-9QXD'),
        })
        .map(values => call.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name as keyof typeof values]))
      await fc.assert(
        fc.asyncProperty(path, query, headers, body, async (address, asked, sent, value) => {
          const url = `/api/v1${address}?${asked}`
          const made = call.method === 'get' ? web.get(url).set(sent) : web.post(url).set(sent).send(value)
          const answer = await made
          assert.ok(answer.status < 500, `${answer.status} ${answer.text}`)
          if (answer.status >= 400) assert.deepEqual(problem.parse(answer.body), answer.body)
        }),
        runs,
      )
    })
  }

  it('as a body of any bytes is never answered by a fault of ours', async function () {
    this.timeout(60_000)
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom('application/json', 'application/json; charset=odd', 'text/plain'),
        async (bytes, type) => {
          const answer = await web
            .post('/api/v1/bookings')
            .set('Content-Type', type)
            .serialize(value => value as string)
            .send(Buffer.from(bytes) as unknown as string)
          assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${answer.text}`)
        },
      ),
      runs,
    )
  })

  it('sent to a page for residents is never answered by a fault of ours', async function () {
    this.timeout(60_000)
    const pages = fc.constantFrom(
      ...[
        '/',
        '/find',
        '/privacy',
        '/accessibility',
        '/services/id-card',
        '/services/id-card/cover-sheet',
        '/services/id-card/times',
      ],
      ...['/services/%/times', '/holds', '/bookings', '/bookings/7K2M9QXD', '/bookings/7K2M9QXD/slip', '/bookings/7K2M9QXD/move'],
      ...['/bookings/7K2M9QXD/cancellation', '/bookings/7K2M9QXD/calendar.ics', '/bookings/%00'],
      ...['/bookings/7K2M9QXD/earlier-time', '/bookings/7K2M9QXD/delay', '/bookings/7K2M9QXD/new-time'],
    )
    const fields = fc.constantFrom(
      'q',
      'service',
      'office',
      'date',
      'time',
      'start',
      'persons',
      'child',
      'need',
      'group',
      'email',
      'phone',
      'reference',
      'pin',
      'key',
    )
    const form = fc.dictionary(
      fields,
      fc.oneof(part('id-card', 'CA', '2020-05-11', '09:00', '540', '1', '7K2M-9QXD'), fc.string()),
    )
    await fc.assert(
      fc.asyncProperty(pages, query, headers, fc.option(form), async (page, asked, { Origin: _, ...sent }, typed) => {
        const answer = typed
          ? await web.post(page).type('form').set(sent).send(typed)
          : await web.get(`${page}?${asked}`).set(sent)
        assert.ok(answer.status < 500, `${answer.status} ${answer.text}`)
      }),
      { numRuns: 300 },
    )
  })

  it('as any address, method and headers is never answered by a fault of ours', async function () {
    this.timeout(60_000)
    const method = fc.constantFrom('get', 'post', 'put', 'patch', 'delete', 'options', 'head')
    const start = fc.constantFrom(
      '/',
      '/api',
      '/api/',
      '/api/v1',
      '/assets/',
      '/healthz',
      '/readyz',
      '/%2f',
      '//',
      '/services/',
      '/bookings/',
      '/.well-known/',
    )
    await fc.assert(
      fc.asyncProperty(method, start, part('x', 'a/b'), query, headers, async (how, first, rest, asked, sent) => {
        const answer = await request(web.app)[how as 'get'](`${first}${rest}?${asked}`).set(sent)
        assert.ok(answer.status < 500, `${answer.status} ${answer.text}`)
      }),
      runs,
    )
  })
})

/** Text that an HTTP header can carry. */
function visible(): fc.Arbitrary<string> {
  return fc.string({ unit: 'grapheme-ascii', maxLength: 40 })
}

function encodeSafely(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ''))
}
