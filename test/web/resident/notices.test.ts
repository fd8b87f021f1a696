import assert from 'node:assert/strict'
import { languages } from '../../../src/domain/city.ts'
import { aCity, anOrganisation, aPolicy } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

const organisation = anOrganisation({
  name: { pl: 'Urząd Miasteczka', en: 'Townlet Hall', uk: 'Мерія Містечка' },
  dataController: { pl: 'Burmistrz Miasteczka', en: 'Mayor of Townlet', uk: 'Мер Містечка' },
  dataProtectionOfficer: { email: 'iod@miasteczko.example', address: 'Boczna 2, 00-002 Miasteczko' },
})
const city = aCity({ organisation, policy: aPolicy({ retentionDays: 9 }) })

onBothEngines('What the law wants said', open => {
  let web: TestWeb
  before(async () => (web = await aWeb(await open(), { city })))

  for (const language of languages) {
    it(`names in the accessibility declaration everything that machines and people look for: ${language}`, async () => {
      const { text } = await web.get(`/accessibility?lang=${language}`).expect(200)
      const { accessibility: contact, name, address } = organisation
      for (const [id, content] of Object.entries({
        'a11y-deklaracja': '',
        'a11y-wstep': name[language],
        'a11y-podmiot': name[language],
        'a11y-url': 'http://',
        'a11y-data-publikacja': '2020',
        'a11y-data-aktualizacja': '2020',
        'a11y-status': '',
        'a11y-data-sporzadzenie': '2020',
        'a11y-audytor': '',
        'a11y-kontakt': contact.name[language],
        'a11y-email': contact.email,
        'a11y-telefon': contact.phone,
        'a11y-procedura': address,
        'a11y-architektura': 'Rynek 1',
        'a11y-aplikacje': '',
      })) {
        const [, opening = '', after = ''] = new RegExp(`<(\\w+[^>]*id="${id}"[^>]*)>([^]*)`).exec(text) ?? []
        assert.notEqual(opening, '', `nothing is marked ${id}`)
        assert.doesNotMatch(opening, / hidden/, `${id} is hidden from people`)
        assert.ok(after.slice(0, 2500).includes(content), `${id} does not say ${content}`)
      }
      assert.match(text, /id="a11y-email" href="mailto:dostepnosc@miasteczko\.example"/)
      assert.match(text, /id="a11y-telefon" href="tel:\+48120000001"/, 'the number that is dialled is another one')
    })

    it(`names in the privacy notice what Article 13 asks, from the city's record: ${language}`, async () => {
      const page = await web.get(`/privacy?lang=${language}`).expect(200)
      const text = page.text.replace(/^[^]*<main/, '').replace(/<footer[^]*$/, '')
      for (const said of [
        ...[organisation.dataController[language], organisation.address, organisation.phone, 'iod@miasteczko.example'],
        ...['Boczna 2, 00-002 Miasteczko', '(1)(e)|ust. 1 lit. e|п. 1 літ. e', ' 9 ', 'PESEL', 'IP', 'Stawki 2, 00-193 Warszawa'],
      ])
        assert.ok(
          said.split('|').some(way => text.replaceAll('\u00a0', ' ').includes(way)),
          `it does not say ${said}`,
        )
    })
  }
})
