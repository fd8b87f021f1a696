import assert from 'node:assert/strict'
import { extractText, getDocumentProxy } from 'unpdf'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { aCity, aParty, aRequest, aRule, at, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aDeskWeb } from '../../support/desk-web.ts'
import { assertValidHtml } from '../../support/html.ts'

onBothEngines('The schedule on paper', open => {
  it('says the same as the screen, without names, addresses and numbers, as HTML and as PDF', async () => {
    const web = await aDeskWeb(await open())
    const contact = { language: 'pl' as const, email: 'anna@example.org', phone: '600100200' }
    const { reference } = await bookVisit(web.house, aRequest({ start: at('9:40'), party: aParty(2) }), contact)
    const page = (await web.see('/desk/sheet?office=CA')).text
    assertValidHtml(page)
    const pdf = await web.see('/desk/sheet.pdf?office=CA&format=A3').then(answer => answer.body as Buffer)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
    for (const paper of [page, text]) {
      for (const said of ['Ratusz', reference.slice(4), '9.40', 'Dowód osobisty']) assert.ok(paper.includes(said), said)
      for (const kept of [reference.slice(0, 4) + reference.slice(4), 'anna@example.org', '600100200'])
        assert.ok(!paper.includes(kept), kept)
    }
  })

  it('shows its mark large, and tells a limit of the office from one of the law', async () => {
    const law = { legalBasis: 'Dz.U. 2020 poz. 878', provenance: 'verified', text: words('Jedna osoba na stanowisko.') } as const
    const rules = [
      aRule({ kind: 'absolute-cap', persons: 9 }, { id: 'own', text: words('Najwyżej 9 osób.') }),
      aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { id: 'law', scope: { zones: ['hall'] }, ...law }),
    ]
    const web = await aDeskWeb(await open(), aCity({ rules }))
    const page = (await web.see('/desk/sheet?office=CA')).text
    assertValidHtml(page)
    const mark = /class="number">(\w{4})</.exec(page)?.[1] ?? ''
    const pdf = await web.see('/desk/sheet.pdf?office=CA').then(answer => answer.body as Buffer)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
    assert.ok(mark !== '' && text.includes(mark), `mark ${mark}`)
    const own = /Najwyżej 9 osób\. Limit ustalony przez urząd\./
    assert.match(page, own)
    assert.match(text.replaceAll(/\s+/g, ' '), own)
    assert.match(page, /Jedna osoba na stanowisko\. Dz\.U\. 2020 poz\. 878</)
  })
})
