import assert from 'node:assert/strict'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, anOffice, aRule, aService, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { assertValidHtml } from '../../support/html.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

const shut = anOffice({ id: 'B', number: 2, name: words('Filia'), opening: [] })
const twoOffices = aCity({
  offices: [anOffice(), shut],
  zones: [
    ...[aBuilding(), aHall()],
    ...[aBuilding({ id: 'b', officeId: 'B' }), aHall({ id: 'b-hall', officeId: 'B', parentId: 'b' })],
  ],
  deskGroups: [aDeskGroup(), aDeskGroup({ id: 'b-counter', officeId: 'B' })],
  desks: [aDesk(), aDesk({ id: 'b-desk', officeId: 'B', zoneId: 'b-hall', deskGroupId: 'b-counter' })],
  services: [aService({ deskGroupIds: ['counter', 'b-counter'] })],
  rules: [
    aRule(
      { kind: 'appointment-only', exceptServices: [] },
      { text: words('Tylko po umówieniu.'), legalBasis: 'zarządzenie z 2020 r.', provenance: 'verified' },
    ),
  ],
})

onBothEngines('Who cannot have what they ask for', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open(), { city: twoOffices })))

  it('is told beside each office why it has no time, and is not asked to choose one there', async () => {
    const { text } = await web.get('/services/id-card/times').expect(200)
    assertValidHtml(text)
    assert.match(text, /<b>Filia<\/b>[^]*ta placówka nie przyjmuje osobiście/)
    assert.doesNotMatch(text, /Wybierz termin: Filia/)
    assert.match((await web.get('/services/id-card').expect(200)).text, /<b>Filia<\/b>[^]*ta placówka nie przyjmuje osobiście/)
  })

  it('is not told that places are taken where an office is closed', async () => {
    const { text } = await web.get('/services/id-card/times?office=B').expect(200)
    assert.match(text, /ta placówka nie przyjmuje osobiście/)
    assert.doesNotMatch(text, /wszystkie miejsca są zajęte/)
  })

  it('neither moves nor prints a visit that was cancelled', async () => {
    const made = await web
      .post('/bookings')
      .type('form')
      .send({ service: 'id-card', office: 'CA', at: '2020-05-11T09:00' })
      .expect(303)
    const page = new URL(made.headers['location'] ?? '', 'http://here')
    const key = page.searchParams.get('key') ?? ''
    await web.get(`${page.pathname}/slip?key=${key}`).expect(200)
    await web.post(`${page.pathname}/cancellation`).type('form').send({ key }).expect(303)
    for (const part of ['move', 'slip', 'cancellation']) {
      const answer = await web.get(`${page.pathname}/${part}?key=${key}`)
      assert.deepEqual([answer.status, answer.headers['location']], [303, `${page.pathname}?key=${key}`], part)
    }
  })

  it('comes as a family to a room for one, and is told whom the limit does not count', async () => {
    const oneInTheHall = aRule(
      { kind: 'absolute-cap', persons: 1 },
      { scope: { zones: ['hall'] }, counting: { staff: false, exempt: [{ kind: 'child' }] } },
    )
    web = await aWeb(await open(), { city: aCity({ rules: [oneInTheHall] }) })
    const { text } = await web.get('/services/id-card/times?persons=3').expect(200)
    assert.doesNotMatch(text, /wszystkie miejsca są zajęte/)
    assert.match(text, /limit osób w placówce nie pozwala[^]*Części osób, na przykład dzieci, można nie wliczać/)
    const counted = await web.get('/services/id-card/times?persons=3&child=2').expect(200)
    assert.match(counted.text, /name="at"/)
    assert.doesNotMatch(counted.text, /można nie wliczać/)
  })

  it('is asked for a time again that no calendar of ours has', async () => {
    for (const at of ['9999-12-31T23:59', '0000-01-01T00:00', '1999-12-31T09:00', '2020-02-30T09:00']) {
      await web.post('/holds').type('form').send({ service: 'id-card', office: 'CA', at }).expect(422)
    }
  })

  it('prints no confirmation of a hold', async () => {
    const held = await web.post('/holds').type('form').send({ service: 'id-card', office: 'CA', at: '2020-05-11T09:00' })
    const page = held.headers['location'] ?? ''
    const answer = await web.get(page.replace('?', '/slip?'))
    assert.deepEqual([answer.status, answer.headers['location']], [303, page])
  })

  it('prints the labels of a cover sheet in Polish too, because clerks read it', async () => {
    const ways = { online: undefined, dropBox: true, post: true, inPerson: 'optional', appointment: 'needed' } as const
    const box = { address: 'Rynek 1', validFrom: '2020-03-16', provenance: 'verified' } as const
    web = await aWeb(await open(), { city: aCity({ services: [aService({ ways })], dropBoxes: [box] }) })
    const sheet = (language: string) => web.get(`/services/id-card/cover-sheet?lang=${language}`).expect(200)
    assert.match((await sheet('uk')).text, /Ім’я та прізвище відправника[^]{1,40}Imię i nazwisko nadawcy/)
    assert.equal((await sheet('pl')).text.split('Imię i nazwisko nadawcy').length, 2)
  })

  it('reads until when the boxes stand, and nowhere of boxes once they are gone', async () => {
    const ways = { online: undefined, dropBox: true, post: true, inPerson: 'optional', appointment: 'needed' } as const
    const box = { address: 'Rynek 1', validFrom: '2020-03-16', validTo: '2020-05-10', provenance: 'verified' } as const
    const city = aCity({ services: [aService({ ways })], dropBoxes: [box] })
    web = await aWeb(await open(), { city })
    const list = `/?topic=${aService().topic}`
    assert.match((await web.get('/services/id-card')).text, /Skrzynki stoją do 10 maja 2020 r\.</)
    assert.match((await web.get('/services/id-card?lang=en')).text, /stand until 10 May 2020\.</)
    assert.match((await web.get('/services/id-card?lang=uk')).text, /стоять до 10 травня 2020 р\.</)
    assert.match((await web.get(list)).text, /do skrzynki podawczej/)
    web.house.clock.passMinutes(7 * 24 * 60)
    assert.doesNotMatch((await web.get(list)).text, /do skrzynki podawczej/)
  })

  it('prints no cover sheet for boxes that are gone, and is led to the ways of the matter', async () => {
    const ways = { online: undefined, dropBox: true, post: true, inPerson: 'optional', appointment: 'needed' } as const
    const box = { address: 'Rynek 1', validFrom: '2020-03-16', validTo: '2020-05-10', provenance: 'verified' } as const
    web = await aWeb(await open(), { city: aCity({ services: [aService({ ways })], dropBoxes: [box] }) })
    const sheet = (language: string) => web.get(`/services/id-card/cover-sheet?lang=${language}`).expect(200)
    assert.match((await sheet('pl')).text, /Rynek 1/)
    web.house.clock.passMinutes(7 * 24 * 60)
    const told = { pl: /Skrzynek podawczych już nie ma/, en: /The drop-boxes are gone/, uk: /Скриньок для документів уже немає/ }
    for (const [language, words] of Object.entries(told)) {
      const { text } = await sheet(language)
      assertValidHtml(text)
      assert.match(text, words)
      assert.match(text, /<a class="button" href="\/services\/id-card">/)
      assert.doesNotMatch(text, /data-print|class="sheet"/)
    }
  })

  it('reads a legal basis that ends in a full stop with one full stop', async () => {
    const { text } = await web.get('/').expect(200)
    assert.match(text, /zarządzenie z 2020 r\.<\/span>/)
  })
})
