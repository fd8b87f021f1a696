import assert from 'node:assert/strict'
import fc from 'fast-check'
import { onBothEngines } from '../../support/database.ts'
import { booked, here, violations } from '../../support/desk.ts'
import { aDeskWeb } from '../../support/desk-web.ts'

const steps = [
  'check-in',
  'recall',
  'service',
  'completion',
  'absence',
  'undo',
  'parking',
  'forwarding',
  'priority',
  'departure',
  'needs',
]
const forms = ['calls', 'check-ins', 'walk-ins', 'phone-bookings', 'day-change']
const pages = ['', '/live', '/walk-ins', '/phone-bookings', '/day-change', '/sheet', '/phone-list', '/bookings/zzz']
const fields = [
  'office',
  'date',
  'desk',
  'scope',
  'view',
  'all',
  'q',
  'visit',
  'service',
  'persons',
  'at',
  'at-office',
  'phone',
  'once',
]
const more = [
  'kind',
  'change-desk',
  'zone',
  'from',
  'to',
  'd-1',
  'd-2',
  'other-1',
  'keep-reason',
  'group',
  'need',
  'said',
  'about',
  'minute',
]
const likely = [
  'CA',
  '2020-05-11',
  'desk-1',
  'id-card',
  'hall',
  '9.00',
  '10.00',
  'keep',
  'other',
  'desk-absent',
  'air',
  '1',
  '2',
  'A001',
]
const nonsense = [
  '',
  '2020-13-45',
  '٣',
  '💥'.repeat(40),
  "'; --",
  '__proto__',
  '-1',
  '99999999999999',
  '2020-05-11T25:99',
  'move CA x',
  '\u0000',
]

onBothEngines('Whatever is sent to the desk pages', open => {
  it('is never a fault of ours, and leaves the ledger right', async () => {
    const web = await aDeskWeb(await open())
    await here(web.house, '9:00', '8:50')
    await booked(web.house, '9:20')
    const value = fc.oneof(fc.constantFrom(...likely), fc.constantFrom(...nonsense), fc.string({ maxLength: 30 }))
    const form = fc.dictionary(fc.constantFrom(...fields, ...more), value, { maxKeys: 9 })
    const address = fc.oneof(
      fc
        .tuple(fc.constantFrom('1', '2', '7', 'x', '999999999999'), fc.constantFrom(...steps))
        .map(([n, s]) => `visits/${n}/${s}`),
      fc.constantFrom(...forms),
    )
    await fc.assert(
      fc.asyncProperty(address, form, fc.constantFrom(...pages), async (where, sent, page) => {
        const answer = await web.press(`/desk/${where}`, sent)
        assert.ok(answer.status < 500, `POST ${where} ${JSON.stringify(sent)}: ${answer.status}`)
        const query = new URLSearchParams({ office: 'CA', ...sent }).toString()
        const shown = await web.see(`/desk${page}?${query}`)
        assert.ok(shown.status < 500, `GET ${page} ${query}: ${shown.status}`)
      }),
      { numRuns: 120 },
    )
    assert.deepEqual(await violations(web.house), [])
  }).timeout(120_000)
})
