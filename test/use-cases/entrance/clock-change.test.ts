import assert from 'node:assert/strict'
import { addDevice } from '../../../src/use-cases/entrance/add-device.ts'
import { checkInAtKiosk } from '../../../src/use-cases/entrance/kiosk-check-in.ts'
import { proofOfDay } from '../../../src/use-cases/entrance/proof-of-day.ts'
import { scanAtDoor } from '../../../src/use-cases/entrance/scan-at-door.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { aCity, aDesk, anOffice, aRequest, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse } from '../../support/house.ts'
import { signedInAs } from '../../support/signed-in.ts'

const span = { from: at('8:00'), to: at('12:00') }
const city = aCity({
  offices: [anOffice({ opening: [{ days: { sun: [span] }, appointmentOnly: false, provenance: 'assumed' }] })],
  desks: ['1', '2'].map(label =>
    aDesk({ id: `desk-${label}`, label, roster: [{ weekdays: ['sun'], channels: ['web', 'kiosk'], span }] }),
  ),
  rules: [
    aRule({ kind: 'absolute-cap', persons: 4 }, { id: 'house' }),
    aRule({ kind: 'entry-window', earliestBeforeMinutes: 5, latestAfterMinutes: 10 }),
  ],
})

// The clock goes back on the first of these days, and forward on the others.
onBothEngines('On a Sunday on which the clock is changed', open => {
  for (const date of ['2020-10-25', '2021-03-28', '2026-03-29']) {
    it(`guard and kiosk keep the office's time, and the proof its hours, ${date}`, async () => {
      const house = await aHouse(await open(), city, `${date}T00:30`)
      const { number: by } = await signedInAs(house, { role: 'manager' })
      const asked = { officeId: 'CA', kind: 'guard', name: 'A', entrance: '', countsExits: false } as const
      const { device } = await addDevice(house, asked, by)
      const book = async () => (await bookVisit(house, aRequest({ date, start: at('9:00') }), { language: 'pl' })).reference
      const [first, second] = [await book(), await book()]

      house.clock.set(`${date}T08:54`)
      const early = await scanAtDoor(house, device, first, { eventId: 'early' })
      assert.deepEqual([early.kind, 'minute' in early && early.minute], ['wait-until', at('8:55')])
      house.clock.set(`${date}T08:55`)
      assert.equal((await scanAtDoor(house, device, first, { eventId: 'in time' })).kind, 'enter')
      const came = await checkInAtKiosk(house, 'CA', second)
      assert.equal(came.kind === 'known' && came.came.kind, 'checked-in')

      house.clock.set(`${date}T10:10`)
      const { hours } = await proofOfDay(house, 'CA', date)
      assert.deepEqual(
        hours.filter(({ zoneId }) => zoneId === 'building').map(({ hour, mostBodies }) => [hour, mostBodies]),
        [
          [8, 1],
          [9, 1],
          [10, 1],
        ],
      )
    })
  }
})
