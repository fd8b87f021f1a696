import assert from 'node:assert/strict'
import { at, aCity, aDesk, anOffice, aPolicy, aService } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { assertValidHtml } from '../../support/html.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'
import type { City, Office } from '../../../src/domain/city.ts'

const policy = aPolicy({ horizonDays: 14 })
const weekday = [{ from: at('8:00'), to: at('16:00') }]
const days = { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday }
const openFromJuly = { validFrom: '2020-07-01', days, appointmentOnly: false, provenance: 'verified' } as const
const closedUntil30June = { validTo: '2020-06-30', days: {}, appointmentOnly: false, provenance: 'verified' } as const
const optional = aService({
  ways: { online: undefined, dropBox: false, post: true, inPerson: 'optional', appointment: 'needed' },
})

onBothEngines('An office that receives nobody for weeks', open => {
  let web: TestWeb
  const openWith = async (opening: Office['opening'], changes: Partial<City> = {}) =>
    (web = await aWeb(await open(), {
      city: aCity({ policy, offices: [anOffice({ opening })], services: [optional], ...changes }),
    }))

  for (const address of ['/services/id-card', '/services/id-card/times']) {
    it(`says until when, and neither that places are kept for callers nor that new times come each morning: ${address}`, async () => {
      await openWith([closedUntil30June, openFromJuly])
      const { text } = await web.get(address).expect(200)
      assertValidHtml(text)
      assert.match(text, /Do 30 czerwca ta placówka nie przyjmuje osobiście\./)
      assert.doesNotMatch(text, /Miejsca czekają|każdego dnia rano|otwierają się|możliwa po umówieniu/)
    })
  }

  it('leads from its empty calendar to the other ways', async () => {
    await openWith([closedUntil30June, openFromJuly])
    const { text } = await web.get('/services/id-card/times').expect(200)
    assert.match(text, /<a href="\/services\/id-card">Zobacz, jak inaczej/)
  })

  it('says so of one matter, where it serves another', async () => {
    await openWith([{ ...closedUntil30June, days, servicesOnly: ['other'] }, openFromJuly])
    const { text } = await web.get('/services/id-card/times').expect(200)
    assert.match(text, /Do 30 czerwca tej sprawy nie załatwia się osobiście w tej placówce\./)
    assert.doesNotMatch(text, /każdego dnia rano/)
  })

  it('names no date where no end is known', async () => {
    await openWith([{ days: {}, appointmentOnly: false, provenance: 'verified' }])
    const { text } = await web.get('/services/id-card').expect(200)
    assert.match(text, /W dniach, na które można się już zapisać \(do 18\smaja\), ta placówka nie przyjmuje osobiście/)
  })

  it('is not promised to callers, and to be asked again, where places are only taken', async () => {
    await openWith(anOffice().opening, { desks: [aDesk({ roster: [] })] })
    const { text } = await web.get('/services/id-card').expect(200)
    assert.match(text, /Nowe terminy pojawiają się każdego dnia rano/)
    assert.doesNotMatch(text, /Miejsca czekają/)
  })

  it('sends callers to the phone where places are left for them', async () => {
    const roster = [{ weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, channels: ['phone'] as const }]
    await openWith(anOffice().opening, { desks: [aDesk({ roster })] })
    assert.match((await web.get('/services/id-card').expect(200)).text, /Miejsca czekają też na osoby, które dzwonią/)
  })
})
