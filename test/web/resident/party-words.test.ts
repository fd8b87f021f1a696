import assert from 'node:assert/strict'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { secretOf } from '../../../src/web/secrets.ts'
import { partyInWords } from '../../../src/web/resident/party-words.ts'
import { aCity, aParty, aRequest, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, testSecret } from '../../support/web.ts'

const need = { noticeWorkingDays: 0, extraMinutes: 0, groundFloorOnly: false, provenance: 'assumed' as const }
const city = aCity({
  needs: [
    { ...need, id: 'loop', name: words('Pętla indukcyjna') },
    { ...need, id: 'ground', name: words('Obsługa na parterze') },
    { ...need, id: 'pjm', name: words('Tłumacz PJM'), noticeWorkingDays: 3 },
  ],
})

describe('A party in words', () => {
  it('names its companions, by number and kind', () => {
    const family = aParty(3, { child: 2 })
    assert.equal(partyInWords(family, 'pl'), '3 osoby, w tym 2 dzieci do ukończenia 13 lat')
    assert.equal(partyInWords(family, 'en'), '3 persons, among them 2 children under 13')
    assert.equal(partyInWords(family, 'uk'), '3 особи, серед них 2 дитини віком до 13 років')
    assert.equal(
      partyInWords(aParty(3, { child: 1, carer: 1 }), 'en'),
      '3 persons, among them 1 child under 13, 1 carer or assistant',
    )
  })

  it('is said once where everybody is of a kind', () => {
    assert.equal(partyInWords(aParty(1, { disability: 1 }), 'pl'), '1 osoba z orzeczeniem')
    assert.equal(partyInWords(aParty(2), 'pl'), '2 osoby')
  })
})

onBothEngines('Whoever comes with somebody, or asks for something', open => {
  it('finds it on the page of the visit and on its slip, as told and not as promised', async () => {
    const web = await aWeb(await open(), { city })
    const asked = aRequest({ date: '2020-05-18', party: aParty(3, { child: 2 }), needs: ['loop', 'ground'] })
    const { reference } = await bookVisit(web.house, asked, { language: 'pl' })
    const key = secretOf(testSecret, reference)
    for (const page of [`/bookings/${reference}?key=${key}`, `/bookings/${reference}/slip?key=${key}`]) {
      const { text } = await web.get(page).expect(200)
      assert.match(text, /3 osoby, w tym 2 dzieci do ukończenia 13 lat/)
      assert.match(text, /<dt>Zgłoszone potrzeby<\/dt>\s*<dd>Pętla indukcyjna<br>Obsługa na parterze<\/dd>/)
    }
  })

  it('is told whom to ask, where what is needed must be arranged', async () => {
    const web = await aWeb(await open(), { city })
    const { reference } = await bookVisit(web.house, aRequest({ date: '2020-05-18', needs: ['pjm'] }), { language: 'pl' })
    const { text } = await web.get(`/bookings/${reference}?key=${secretOf(testSecret, reference)}`).expect(200)
    assert.match(text, /Tłumacz PJM<br><span class="small">To prośba do urzędu\./)
  })

  it('reads in the summary of the form what was ticked, line by line', async () => {
    const web = await aWeb(await open(), { city })
    const { text } = await web.get('/services/id-card/times?office=CA&need=ground').expect(200)
    assert.match(text, /<p class="soft">1 osoba<br>Obsługa na parterze<\/p>/)
  })
})
