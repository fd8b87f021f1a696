import assert from 'node:assert/strict'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, aNeed, anOffice, aService, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { assertValidHtml } from '../../support/html.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

const branch = anOffice({ id: 'B', number: 2, name: words('Filia') })
const closed = anOffice({ id: 'C', number: 3, name: words('Punkt'), opening: [] })
const matter = aService({ deskGroupIds: ['counter', 'b-counter', 'c-counter'] })

/** The hall of the first office is on the first floor, those of the others, one of which is closed, on the ground floor. */
const city = aCity({
  offices: [anOffice(), branch, closed],
  zones: [
    ...[aBuilding(), aHall({ floor: 1 })],
    ...[aBuilding({ id: 'b', officeId: 'B' }), aHall({ id: 'b-hall', officeId: 'B', parentId: 'b' })],
    ...[aBuilding({ id: 'c', officeId: 'C' }), aHall({ id: 'c-hall', officeId: 'C', parentId: 'c' })],
  ],
  deskGroups: [aDeskGroup(), aDeskGroup({ id: 'b-counter', officeId: 'B' }), aDeskGroup({ id: 'c-counter', officeId: 'C' })],
  desks: [
    aDesk(),
    aDesk({ id: 'b-desk', officeId: 'B', zoneId: 'b-hall', deskGroupId: 'b-counter' }),
    aDesk({ id: 'c-desk', officeId: 'C', zoneId: 'c-hall', deskGroupId: 'c-counter' }),
  ],
  needs: [aNeed(), aNeed({ id: 'ground', name: words('Parter'), groundFloorOnly: true })],
  services: [matter],
})
const times = '/services/id-card/times?office=CA&need=more-time&need=ground'

onBothEngines('Who needs the ground floor', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open(), { city })))

  it('is told that the desks are upstairs, which office has them below, and how to come here all the same', async () => {
    const { text } = await web.get(times).expect(200)
    assertValidHtml(text)
    assert.match(text, /nie załatwia się na parterze\. Stanowiska: I piętro\./)
    assert.match(text, /<a href="\/services\/id-card\/times\?office=B&amp;need=ground&amp;need=more-time">Filia<\/a>/)
    assert.match(text, /<a href="\/services\/id-card\/times\?office=CA&amp;need=more-time">/)
    assert.doesNotMatch(text, /są zajęte|Punkt|times\?office=C&/)
    assert.match((await web.get(`${times}&lang=uk`)).text, /2-й поверх \(I piętro\)/)
  })

  it('reads so beside each office too, and not of offices that are below', async () => {
    const { text } = await web.get('/services/id-card/times?need=ground').expect(200)
    assert.match(text, /<b>Ratusz<\/b>[^]*nie załatwia się na parterze/)
    assert.match(text, /<b>Filia<\/b>[^]{0,160}<span class="next">/)
    assert.doesNotMatch(text, /są zajęte/)
  })

  it('is told of a lift only where somebody has checked that there is one', async () => {
    assert.match((await web.get(times)).text, /Czy w budynku jest winda, prosimy zapytać/)
    const checked = anOffice({ access: { ...anOffice().access, assumed: false } })
    web = await aWeb(await open(), { city: { ...city, offices: [checked, branch, closed] } })
    assert.match((await web.get(times)).text, /W budynku jest winda\./)
  })

  it('is not told that somebody was faster', async () => {
    const wish = { service: 'id-card', office: 'CA', at: '2020-05-11T09:00', need: 'ground' }
    const { text } = await web.post('/holds').type('form').send(wish).expect(409)
    assert.match(text, /nie załatwia się na parterze/)
    assert.doesNotMatch(text, /zajęt/)
  })

  it('moves a visit to an office that has a desk below', async () => {
    const wish = { service: 'id-card', office: 'B', at: '2020-05-11T09:00', need: 'ground' }
    const made = await web.post('/bookings').type('form').send(wish).expect(303)
    const { text } = await web.get((made.headers['location'] ?? '').replace('?', '/move?office=CA&')).expect(200)
    assertValidHtml(text)
    assert.match(text, /nie załatwia się na parterze[^]*\/move\?key=[^"]*&amp;office=B">Filia</)
  })

  it('is told where no office has a desk below', async () => {
    web = await aWeb(await open(), { city: { ...city, services: [aService()] } })
    assert.match((await web.get(times)).text, /Żadna placówka nie załatwia teraz tej sprawy na parterze/)
  })
})
