import assert from 'node:assert/strict'
import { loadCity } from '../../../src/use-cases/manager/load-city.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { dayAtDesks } from '../../../src/use-cases/desk/day-at-desks.ts'
import { aCity, aDesk, anOffice, aRequest, aRule, aService, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { deskDay } from '../../support/desk.ts'
import { aDeskWeb, type DeskWeb } from '../../support/desk-web.ts'

const city = aCity({ desks: [aDesk({ id: 'desk-1', label: '1' }), aDesk({ id: 'desk-2', label: '2' })] })
const morning = [{ from: at('8:00'), to: at('10:00') }]
const shorter = anOffice({ opening: [{ days: { mon: morning }, appointmentOnly: false, provenance: 'verified' }] })

onBothEngines('The day at the desks after another city was loaded', open => {
  let web: DeskWeb
  beforeEach(async () => {
    web = await aDeskWeb(await open(), city)
    for (const start of [at('9:00'), at('9:00'), at('11:00')])
      await bookVisit(web.house, aRequest({ date: deskDay.date, start }), { language: 'pl' })
  })

  for (const [what, changed, unfit, says] of [
    ['a desk is gone', { desks: city.desks.slice(1) }, ['no-desk', '-', 'no-desk'], 'Stanowisko nie jest wtedy czynne.'],
    ['hours are shorter', { offices: [shorter] }, ['-', '-', 'no-desk'], 'Stanowisko nie jest wtedy czynne.'],
    [
      'a rule is stricter',
      { rules: [aRule({ kind: 'absolute-cap', persons: 1 })] },
      ['-', 'zone-full', '-'],
      'Osiągnięto limit osób',
    ],
    ['a matter is gone', { services: [aService({ id: 'another', number: 2 })] }, ['-', '-', '-'], ''],
  ] as const)
    it(`shows in red whoever has no place any more: ${what}`, async () => {
      await loadCity(web.house, { ...city, ...changed })

      const { rows } = await dayAtDesks(web.house, deskDay)
      assert.deepEqual(
        rows.toSorted((one, other) => one.bookingNumber - other.bookingNumber).map(row => row.unfit?.reason ?? '-'),
        unfit,
      )
      const { text } = await web.see(`/desk?office=CA&date=${deskDay.date}&desk=desk-2&scope=`)
      assert.equal(text.split('Bez miejsca: ').length - 1, unfit.filter(reason => reason !== '-').length)
      assert.ok(text.includes(says))
    })

  it('shows nobody in red while nothing has changed', async () => {
    assert.ok((await dayAtDesks(web.house, deskDay)).rows.every(row => row.unfit === undefined))
  })
})
