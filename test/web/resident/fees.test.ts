import assert from 'node:assert/strict'
import type { Fee } from '../../../src/domain/service/service.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { secretOf } from '../../../src/web/secrets.ts'
import { aCity, aRequest, aService, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, testSecret } from '../../support/web.ts'

const toConfirm = 'Prosimy upewnić się w urzędzie, czy to aktualne.'
const cases: readonly { readonly fee: Fee; readonly amount: string; readonly notes: readonly string[] }[] = [
  { fee: { pln: 0, provenance: 'verified' }, amount: 'Bezpłatnie', notes: [] },
  { fee: { pln: 0, provenance: 'recalled' }, amount: 'Bezpłatnie', notes: [toConfirm] },
  { fee: { pln: 21, provenance: 'assumed', note: words('za wpis') }, amount: '21 zł', notes: ['za wpis', toConfirm] },
  { fee: { provenance: 'recalled' }, amount: 'Zależy od sprawy', notes: [] },
  { fee: { provenance: 'recalled', note: words('Według wagi.') }, amount: 'Według wagi.', notes: [] },
]

onBothEngines('A fee', open => {
  for (const { fee, amount, notes } of cases) {
    const said = [amount, ...notes].join(' ')
    it(`is said with what is not certain about it, on the page of the matter, of the visit and on its slip: ${said}`, async () => {
      const web = await aWeb(await open(), { city: aCity({ services: [aService({ fee })] }) })
      const { reference } = await bookVisit(web.house, aRequest(), { language: 'pl' })
      const key = secretOf(testSecret, reference)
      const visit = `/bookings/${reference}`
      for (const page of ['/services/id-card', `${visit}?key=${key}`, `${visit}/slip?key=${key}`]) {
        const { text } = await web.get(page).expect(200)
        const shown = text.replace(/<[^>]*>|&nbsp;/g, ' ').replace(/\s+/g, ' ')
        assert.ok(shown.includes(said), `${page} does not say: ${said}`)
        assert.equal(shown.includes(toConfirm), notes.includes(toConfirm), page)
        if (fee.note) assert.ok(!shown.includes('Zależy od sprawy'), page)
      }
    })
  }
})
