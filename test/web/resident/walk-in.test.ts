import assert from 'node:assert/strict'
import { at, aBuilding, aCity, aDesk, aDeskGroup, aHall, anOffice, aRule, aService, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { assertValidHtml } from '../../support/html.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'
import type { City } from '../../../src/domain/city.ts'

const ways = { online: undefined, dropBox: false, post: true, inPerson: 'optional', appointment: 'not-needed' } as const
const letters = aService({ name: words('Pismo'), ways, deskGroupIds: ['counter', 'b-counter'] })
const afternoon = [{ from: at('12:00'), to: at('14:00') }]
const tuesdays = anOffice({
  ...{ id: 'B', number: 2, name: words('Filia') },
  opening: [{ days: { tue: afternoon }, appointmentOnly: false, provenance: 'verified' }],
})
const city = aCity({
  offices: [anOffice(), tuesdays],
  zones: [
    ...[aBuilding(), aHall()],
    ...[aBuilding({ id: 'b', officeId: 'B' }), aHall({ id: 'b-hall', officeId: 'B', parentId: 'b' })],
  ],
  deskGroups: [aDeskGroup(), aDeskGroup({ id: 'b-counter', officeId: 'B' })],
  desks: [aDesk(), aDesk({ id: 'b-desk', officeId: 'B', zoneId: 'b-hall', deskGroupId: 'b-counter' })],
  services: [letters],
})

onBothEngines('Who comes without an appointment', open => {
  let web: TestWeb
  const openWith = async (changes: Partial<City> = {}, now?: string) =>
    (web = await aWeb(await open(), { city: { ...city, ...changes }, ...(now !== undefined && { now }) }))

  it('is told of each office when it is open today, or when next', async () => {
    await openWith()
    const { text } = await web.get('/services/id-card').expect(200)
    assertValidHtml(text)
    assert.match(text, /<b>Ratusz<\/b>[^]*Dzisiaj: 8\.00–16\.00/)
    assert.match(text, /<b>Filia<\/b>[^]*Dzisiaj nieczynne\. Najbliżej: wtorek, 5\u00a0maja, 12\.00–14\.00/)
  })

  it('is told the next day once the hours of today are over', async () => {
    await openWith({}, '2020-05-04T16:00')
    const { text } = await web.get('/services/id-card').expect(200)
    assert.match(text, /<b>Ratusz<\/b>[^]{0,80}>Najbliżej: wtorek, 5\u00a0maja, 8\.00–16\.00/)
  })

  it('is told the day after a holiday and a special day', async () => {
    await openWith({ specialDays: [{ date: '2020-06-12', hours: [] }] }, '2020-06-11T09:00')
    const { text } = await web.get('/services/id-card').expect(200)
    assert.match(text, /<b>Ratusz<\/b>[^]{0,80}>Dzisiaj nieczynne\. Najbliżej: poniedziałek, 15\u00a0czerwca, 8\.00–16\.00/)
  })

  it('is not sent to an office where only other matters are served', async () => {
    await openWith({ rules: [aRule({ kind: 'purpose', essentialAreas: [1] })] })
    const { text } = await web.get('/services/id-card').expect(200)
    assertValidHtml(text)
    assert.match(text, /żadna placówka nie załatwia tej sprawy osobiście/)
    assert.doesNotMatch(text, /prosimy po prostu przyjść|id="in-person"/)
    const start = (await web.get('/').expect(200)).text
    assert.doesNotMatch(start, /Bez umawiania wizyty/)
    const list = (await web.get('/?q=pismo').expect(200)).text
    assert.match(list, /pocztą/)
    assert.doesNotMatch(list, /<li class="tag">bez umawiania/)
  })

  it('is told on the first page why nobody is received, and when next', async () => {
    await openWith({ specialDays: [{ date: '2020-06-12', hours: [] }] }, '2020-06-11T09:00')
    const { text } = await web.get('/').expect(200)
    assertValidHtml(text)
    assert.match(
      text,
      /Żadna placówka nie przyjmuje dziś osobiście\.<\/strong> Boże Ciało\. Najbliżej: poniedziałek, 15\u00a0czerwca\./,
    )
    assert.match(text, /<h3>Najbliżej: poniedziałek, 15\u00a0czerwca<\/h3>[^]*<b>Ratusz<\/b>[^]*8\.00–16\.00/)
    assert.doesNotMatch(text, /<b>Filia<\/b>/)
  })

  it('finds the matter on the first page while some office serves it', async () => {
    await openWith()
    assert.match((await web.get('/').expect(200)).text, /Bez umawiania wizyty[^]*<a href="\/services\/id-card">Pismo/)
  })
})
