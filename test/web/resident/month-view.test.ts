import assert from 'node:assert/strict'
import { monthsOf } from '../../../src/web/resident/month-view.ts'
import { aCity, aDesk, aRequest } from '../../support/builders.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb } from '../../support/web.ts'

describe('The calendar', () => {
  it('tells a day whose times are taken from one that is closed or not open yet', () => {
    const days = [
      { date: '2020-05-15', times: [{ start: 600, places: 1 }] },
      { date: '2020-05-16', times: [], refusal: { reason: 'closed' as const } },
      { date: '2020-05-18', times: [], refusal: { reason: 'zone-full' as const } },
      { date: '2020-05-19', times: [], refusal: { reason: 'too-far-ahead' as const } },
    ]
    const shown = monthsOf(days, 'pl', '2020-05-15', undefined).flatMap(month => month.weeks.flat())
    const full = shown.flatMap(day => (day?.full ? [day.date] : []))
    assert.deepEqual(full, ['2020-05-18'])
  })
})

onBothEngines('A day whose times are all taken', open => {
  it('says so in the calendar, to the eye and to a screen reader', async () => {
    const web = await aWeb(await open(), { city: aCity({ desks: [aDesk()] }) })
    for (let start = 480; start < 960; start += 20) {
      await bookVisit(web.house, aRequest({ start }), { language: 'pl' }).catch(() => undefined)
    }
    const { text } = await web.get('/services/id-card/times?office=CA').expect(200)
    assert.match(
      text,
      /class="day-full">11<small aria-hidden="true">0<\/small><span class="hidden-text"> wszystkie terminy są zajęte/,
    )
    assert.match(text, /class="day-off">10</)
  })
})
