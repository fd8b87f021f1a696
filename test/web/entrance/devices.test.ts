import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { auditEntries } from '../../../src/repositories/audit-log.ts'
import { addDevice } from '../../../src/use-cases/entrance/add-device.ts'
import { countIn } from '../../../src/use-cases/entrance/count-heads.ts'
import { noteDeviceState } from '../../../src/use-cases/entrance/recognise-device.ts'
import { plainPrintRoom } from '../../../src/web/print-room.ts'
import { aBuilding, aCity, aHall, anOffice, aRule } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { enrolled } from '../../support/entrance.ts'
import { signedInAs, type SignedIn } from '../../support/signed-in.ts'
import { aWeb } from '../../support/web.ts'

const city = aCity({
  offices: [anOffice(), anOffice({ id: 'HF', number: 2 })],
  zones: [aBuilding(), aHall()],
  rules: [aRule({ kind: 'absolute-cap', persons: 1 }, { id: 'house', legalBasis: 'Dz.U. 2020 poz. 697; § 13 "2"' })],
})
const form = { kind: 'guard', office: 'CA', name: 'Telefon przy drzwiach', entrance: 'od Rynku' }

onBothEngines('The pages of devices and of the proof', open => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'okienko-devices-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  async function aPlace() {
    const web = await aWeb(await open(), { city, now: '2020-05-11T09:00', printRoom: plainPrintRoom(folder) })
    const as = ({ cookie }: SignedIn) => ({
      get: (path: string) => web.get(path).set('Cookie', cookie).set('Accept', 'text/html'),
      post: (path: string, sent: object) => web.post(path).set('Cookie', cookie).type('form').send(sent),
    })
    return { ...web, as }
  }

  it('add a device, show its code once, and list what is the matter with it', async () => {
    const place = await aPlace()
    const manager = place.as(await signedInAs(place.house, { role: 'manager', office: 'CA' }))
    const added = await manager.post('/manage/devices', form).expect(201)
    const code = /<p class="code">([0-9A-Z]{4}-[0-9A-Z]{4})</.exec(added.text)?.[1] ?? ''
    assert.match((await manager.get('/manage/devices').expect(200)).text, /czeka na kod/)

    await place.post('/entrance/enrol').type('form').send({ code }).expect(303)
    assert.match((await manager.get('/manage/devices').expect(200)).text, /działa/)
    await manager.post('/manage/devices/1', { name: 'Telefon B', entrance: '' }).expect(303)
    await manager.post('/manage/devices/1/code', {}).expect(200)
    await manager.post('/manage/devices/1/revocation', {}).expect(303)
    assert.match((await manager.get('/manage/devices').expect(200)).text, /Telefon B[^]*odłączone/)
  })

  it('tell the desks in one line, today, what is the matter at the entrance, in the device’s words never', async () => {
    const place = await aPlace()
    const clerk = place.as(await signedInAs(place.house, { role: 'clerk', office: 'CA' }))
    const { device } = await enrolled(place.house, 'kiosk')
    const line = async (address: string) => /<p class="notice warn[^>]*>([^<]*)</.exec((await clerk.get(address)).text)?.[1]
    assert.equal(await line('/desk?office=CA'), undefined)
    await noteDeviceState(place.house, device.number, { paper: 'out', error: '<b>cover open</b>' })
    assert.equal(await line('/desk?office=CA'), 'Przy wejściu: kiosk – brak papieru.')
    assert.equal(await line('/desk/live?office=CA'), 'Przy wejściu: kiosk – brak papieru.')
    assert.equal(await line('/desk?office=CA&date=2020-05-12'), undefined)
  })

  it('say in words, in every language, what is known to go wrong with a printer', async () => {
    const place = await aPlace()
    const manager = place.as(await signedInAs(place.house, { role: 'manager', office: 'CA' }))
    const { device } = await enrolled(place.house, 'kiosk')
    const said = { pl: 'wyłączona albo otwarta', en: 'switched off or open', uk: 'вимкнений або відкритий' }
    await noteDeviceState(place.house, device.number, { error: 'offline' })
    for (const [language, words] of Object.entries(said))
      assert.ok((await manager.get(`/manage/devices?lang=${language}`)).text.includes(`>${words}<`), words)
    assert.ok((await manager.get('/desk?office=CA&lang=en')).text.includes('At the entrance: kiosk – switched off or open.'))
    await noteDeviceState(place.house, device.number, { error: 'unsure A012' })
    const unsure = 'the connection was lost while it was printing; ticket A012 may have come out, look in the slot'
    assert.ok((await manager.get('/manage/devices?lang=en')).text.includes(unsure))
    assert.ok((await manager.get('/desk?office=CA&lang=en')).text.includes(`At the entrance: kiosk – ${unsure}.`))
    await noteDeviceState(place.house, device.number, { error: 'cover open' })
    assert.ok((await manager.get('/manage/devices?lang=en')).text.includes('The device said: cover open'))
  })

  it('add a printer of sheets, and tell at the desk what became of a pack there', async () => {
    const place = await aPlace()
    const manager = place.as(await signedInAs(place.house, { role: 'manager', office: 'CA' }))
    const form = { office: 'CA', kind: 'printer', name: 'Sekretariat', host: '127.0.0.1', port: '9', width: 'A4' }
    await manager.post('/manage/devices', form).expect(201)
    assert.match((await manager.get('/manage/devices')).text, /Sekretariat[^]*Drukarka kart A4/)
    await manager.post('/desk/paper', { office: 'CA' }).expect(303)
    assert.match((await manager.get('/desk/paper?office=CA')).text, /<td>Sekretariat: nie przyjmuje połączeń<\/td>/)
    assert.match((await manager.get('/desk?office=CA')).text, /Przy wejściu: Sekretariat – nie przyjmuje połączeń/)
  })

  it('refuse what cannot be, with what was typed kept', async () => {
    const place = await aPlace()
    const admin = place.as(await signedInAs(place.house, { role: 'admin' }))
    const again = await admin.post('/manage/devices', { ...form, name: ' ' }).expect(422)
    assert.match(again.text, /value="od Rynku"/)
    await admin.post('/manage/devices', { ...form, zone: 'cellar' }).expect(422)
    await admin.post('/manage/devices', { ...form, kind: 'printer', host: 'no host!' }).expect(422)
    await admin.post('/manage/devices', { ...form, kind: 'printer', host: '10.0.0.9', port: '99999' }).expect(422)
    await admin.post('/manage/devices', { ...form, kind: 'printer', host: '10.0.0.9', width: '58' }).expect(201)
    await admin.get('/manage/devices/99').expect(404)
    await admin.get('/manage/devices/x').expect(404)
  })

  it('are for managers of the office and administrators only', async () => {
    const place = await aPlace()
    const elsewhere = place.as(await signedInAs(place.house, { role: 'manager', office: 'HF' }))
    const { device } = await addDevice(place.house, { ...form, officeId: 'CA', kind: 'guard', countsExits: false }, 1)
    await elsewhere.post('/manage/devices', form).expect(403)
    await elsewhere.get(`/manage/devices/${device.number}`).expect(403)
    await elsewhere.post(`/manage/devices/${device.number}/revocation`, {}).expect(403)
    assert.doesNotMatch((await elsewhere.get('/manage/devices').expect(200)).text, /Telefon przy drzwiach/)
    await elsewhere.get('/manage/proof?office=CA').expect(403)
    for (const role of ['clerk', 'reception'] as const) {
      const other = place.as(await signedInAs(place.house, { role, office: 'CA' }))
      await other.get('/manage/devices').expect(403)
      await other.get('/manage/proof').expect(403)
    }
    await place.get('/manage/devices').set('Accept', 'text/html').expect(303)
    assert.equal((await auditEntries(place.house.db, {}, 5))[0]?.action, 'add-device')
  })

  it('prove hour by hour what there was against the limit, as a page and as a file', async () => {
    const place = await aPlace()
    const manager = place.as(await signedInAs(place.house, { role: 'manager', office: 'CA' }))
    assert.match((await manager.get('/manage/proof').expect(200)).text, /nikt nie liczył/)
    const { device } = await addDevice(place.house, { ...form, officeId: 'CA', kind: 'guard', countsExits: false }, 1)
    const one = { counted: 1, bodies: 1 }
    await countIn(place.house, device, one, { eventId: 'event-01' })
    await countIn(place.house, device, one, { eventId: 'event-02', reason: '=pogoda; "deszcz"' })

    const page = await manager.get('/manage/proof?office=CA&date=2020-05-11').expect(200)
    assert.match(page.text, /ponad limit o 1/)
    assert.match(page.text, /Dz\.U\. 2020 poz\. 697/)
    assert.match(page.text, /class="small print-only">Wydrukowano: poniedziałek, 11\s+maja\s+2020\s+r\., godz\.\s+9\.00</)
    const file = await manager.get('/manage/proof.csv?office=CA&date=2020-05-11').expect(200)
    assert.match(String(file.headers['content-type']), /^text\/csv/)
    assert.match(file.text, /;2020-05-11;Budynek;09:00;2;1;"Dz\.U\. 2020 poz\. 697; § 13 ""2""";2;100;1\r\n/)
    assert.match(file.text, /;"'=pogoda; ""deszcz"""\r\n/)
    await manager.get('/manage/proof?office=XX').expect(404)
    await manager.get('/manage/proof?date=2020-02-31').expect(200)
  })
})
