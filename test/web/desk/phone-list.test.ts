import assert from 'node:assert/strict'
import { loadCity } from '../../../src/use-cases/manager/load-city.ts'
import type { BookingRecord } from '../../../src/repositories/bookings.ts'
import type { Reached } from '../../../src/use-cases/desk/change-day/publish.ts'
import { sealList } from '../../../src/web/desk/phone-list.ts'
import type { Web } from '../../../src/web/web.ts'
import { aCity, aService } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, goTo } from '../../support/desk.ts'
import { aDeskWeb } from '../../support/desk-web.ts'

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

onBothEngines('A list of people to reach', open => {
  it('still names the matter once the city has it no longer', async () => {
    const web = await aDeskWeb(await open())
    const { number } = await booked(web.house, '12:00')
    goTo(web.house, '8:00')
    const change = { kind: 'office-early', from: '12:00', reason: 'awaria', publish: '1', [`d-${number}`]: 'call-off' }
    const saved = await web.press('/desk/day-change', change)
    await loadCity(web.house, aCity({ services: [aService({ id: 'other', number: 2 })] }))
    assert.match((await web.see(saved.headers['location'] ?? '')).text, /<td>Dowód osobisty<br>/)
  })
})
