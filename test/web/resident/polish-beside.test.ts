import assert from 'node:assert/strict'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { secretOf } from '../../../src/web/secrets.ts'
import { aCity, aRequest, aService, anOffice } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, testSecret, type TestWeb } from '../../support/web.ts'

const byPost = { online: undefined, dropBox: false, post: true, inPerson: 'optional', appointment: 'needed' } as const
const city = aCity({
  services: [
    aService({
      name: { pl: 'Dowód osobisty', en: 'Identity card', uk: 'Посвідчення особи' },
      ways: byPost,
      legalBasis: 'Ustawa o dowodach osobistych',
      provenance: 'verified',
    }),
  ],
  offices: [anOffice({ name: { pl: 'Centrum Administracyjne', en: 'Administrative Centre', uk: 'Адміністративний центр' } })],
  departments: [{ id: 'residents', name: { pl: 'Wydział Spraw', en: 'Department of Matters', uk: 'Відділ справ' } }],
})

onBothEngines('Who reads English or Ukrainian', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open(), { city })))

  it('finds the Polish names beside, as signs and guards have them, on the page of the visit and on its slip', async () => {
    const { reference } = await bookVisit(web.house, aRequest(), { language: 'uk' })
    const key = secretOf(testSecret, reference)
    for (const page of [`/bookings/${reference}?key=${key}`, `/bookings/${reference}/slip?key=${key}`]) {
      const { text } = await web.get(page).set('Accept-Language', 'uk').expect(200)
      assert.match(text, /Посвідчення особи<br><span class="soft" lang="pl">Dowód osobisty<\/span>/)
      assert.match(text, /Адміністративний центр<\/strong><br><span class="soft" lang="pl">Centrum Administracyjne<\/span>/)
      const { text: inPolish } = await web.get(page).set('Accept-Language', 'pl')
      assert.equal(inPolish.match(/Centrum Administracyjne/g)?.length, 1)
    }
  })

  it('sends letters to a Polish address, and hears Polish read as Polish', async () => {
    const { text } = await web.get('/services/id-card').set('Accept-Language', 'en').expect(200)
    assert.match(text, /<address lang="pl">[^]*Wydział Spraw<br>[^]*<\/address>/)
    assert.match(text, /<dt>Department<\/dt>\s*<dd>Department of Matters<\/dd>/)
    assert.match(text, /<dd><span lang="pl">Ustawa o dowodach osobistych<\/span><\/dd>/)
  })
})
