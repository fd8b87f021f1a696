import assert from 'node:assert/strict'
import fc from 'fast-check'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

const runs = { numRuns: 120 }
const text = (...right: string[]) =>
  fc.oneof(
    fc.constantFrom(...right),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', '-1', '1e9', '2020-02-30', '%00', '\u0000'),
  )

const form = fc.record(
  {
    service: text('id-card', '1'),
    office: text('CA', '1'),
    at: text('2020-05-11T09:00', '2020-05-11T24:00', '9999-12-31T23:59'),
    date: text('2020-05-11', '0000-01-01'),
    persons: text('1', '6', '7'),
    child: text('1', '100'),
    need: fc.oneof(text('pjm'), fc.array(fc.string())),
    group: fc.oneof(text('senior'), fc.array(fc.string())),
    email: text('anna@example.pl'),
    phone: text('600700800'),
    hold: text('7K2M9QXD'),
    key: text('a'),
    reference: text('7K2M-9QXD'),
    pin: text('123456'),
    q: text('dowód'),
    topic: text('car'),
    lang: text('uk'),
    __proto__: text('x'),
  },
  { requiredKeys: [] },
)

onBothEngines('Nonsense', open => {
  let web: TestWeb
  before(async () => (web = await aWeb(await open())))

  it('in a form is never a fault of ours, nor half a booking', () =>
    fc
      .assert(
        fc.asyncProperty(
          fc.constantFrom('/holds', '/bookings', '/find', '/bookings/7K2M9QXD/move', '/bookings/7K2M9QXD/cancellation'),
          form,
          async (path, sent) => {
            const { status } = await web.post(path).type('form').send(sent)
            assert.ok(status < 500, `${path} answers ${status}`)
          },
        ),
        runs,
      )
      .then(async () => {
        const rows = (await web.house.db('bookings').select('status')) as { status: string }[]
        assert.ok(rows.every(row => ['held', 'booked', 'expired'].includes(row.status)))
      }))

  it('in an address is never a fault of ours', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/', '/services/id-card', '/services/id-card/times', '/services/x/times', '/find', '/bookings/x'),
        form,
        async (path, asked) => {
          const query = new URLSearchParams(
            Object.entries(asked).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
          )
          const { status } = await web.get(`${path}?${query.toString()}`)
          assert.ok(status < 500, `${path} answers ${status}`)
        },
      ),
      runs,
    ))
})
