import assert from 'node:assert/strict'
import type { BookingRecord } from '../../../src/repositories/bookings.ts'
import type { Reached } from '../../../src/use-cases/desk/change-day/publish.ts'
import { sealList } from '../../../src/web/desk/phone-list.ts'
import type { Web } from '../../../src/web/web.ts'

describe('The address of a list of people to reach', () => {
  it('stays short enough for every proxy, however many lose their place', () => {
    const web = { house: { random: (bytes: number) => new Uint8Array(bytes) }, settings: { secret: 'a secret of the tests' } }
    const reached = Array.from({ length: 400 }, (_, i): Reached => {
      const booking = { number: 1_000_000 + i, start: 480 + i } as BookingRecord
      return { before: booking, after: booking, decision: { kind: 'call-off' }, messaged: false }
    })
    const list = { office: 'CA', date: '2020-05-11', change: 'Placówka nieczynna od 12.00.', reached }
    const address = sealList(web as unknown as Web, list)
    assert.ok(address.length < 7000, `${address.length} characters`)
  })
})
