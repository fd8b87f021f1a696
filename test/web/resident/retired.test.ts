import assert from 'node:assert/strict'
import { loadCity } from '../../../src/use-cases/manager/load-city.ts'
import { sendMessages, type Post } from '../../../src/use-cases/operator/send-messages.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, anOffice, aRequest, aService, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { deskDay } from '../../support/desk.ts'
import { aDeskWeb } from '../../support/desk-web.ts'
import { testSecret } from '../../support/web.ts'
import { secretOf } from '../../../src/web/secrets.ts'

/** The tiny city after its office and its matter have gone. */
const elsewhere = aCity({
  offices: [anOffice({ id: 'NB', number: 2, name: words('Nowy urząd') })],
  zones: [aBuilding({ id: 'new-building', officeId: 'NB' }), aHall({ id: 'new-hall', officeId: 'NB', parentId: 'new-building' })],
  deskGroups: [aDeskGroup({ id: 'new', officeId: 'NB' })],
  desks: [aDesk({ id: 'new-desk', officeId: 'NB', zoneId: 'new-hall', deskGroupId: 'new' })],
  services: [aService({ id: 'other', number: 2, name: words('Inna sprawa'), deskGroupIds: ['new'] })],
})

onBothEngines('What the city has no longer', open => {
  it('is still named on the pages and in the mails of whoever booked there', async () => {
    const web = await aDeskWeb(await open(), aCity())
    web.house.clock.set('2020-05-10T08:00')
    const contact = { language: 'pl', email: 'jan@example.org' } as const
    const { reference } = await bookVisit(web.house, aRequest(), contact)
    await loadCity(web.house, elsewhere)

    const key = secretOf(testSecret, reference)
    for (const page of ['', '/slip', '/cancellation']) {
      const { text, status } = await web.get(`/bookings/${reference}${page}?key=${key}`)
      assert.deepEqual([page, status], [page, 200])
      for (const name of ['Ratusz', 'Rynek 1', 'Dowód osobisty', 'Sala obsługi'])
        assert.ok(text.includes(name), `${page} ${name}`)
    }
    const mails: Parameters<Post>[0][] = []
    await sendMessages(
      web.house,
      mail => Promise.resolve(void mails.push(mail)),
      () => 'https://kolejka.example',
    )
    assert.match(mails[0]?.text ?? '', /Ratusz, Rynek 1[^]*Dowód osobisty/)
    assert.match(mails[0]?.calendar?.content ?? '', /Ratusz/)
  })

  it('is still named on the schedule of an office that has lost a desk', async () => {
    const web = await aDeskWeb(await open(), aCity())
    await bookVisit(web.house, aRequest(), { language: 'pl' })
    const desks = [aDesk({ id: 'desk-3', label: '3' })]
    await loadCity(web.house, aCity({ desks, services: [aService({ id: 'other', number: 2 })] }))
    for (const view of ['time', 'desk']) {
      const { text } = await web.see(`/desk?office=CA&scope=&date=${deskDay.date}&view=${view}`)
      assert.match(text, /<td class="m">Dowód osobisty/, view)
      assert.match(text, /<td class="n"><b>[12]<\/b>/, view)
    }
  })
})
