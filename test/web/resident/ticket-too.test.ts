import assert from 'node:assert/strict'
import { aCity, aRule, aService } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { assertValidHtml } from '../../support/html.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'
import type { City } from '../../../src/domain/city.ts'

const ways = { online: undefined, dropBox: false, post: true, inPerson: 'optional', appointment: 'needed' } as const
const pages = ['/', '/services/id-card']
const told = /przyjść bez umawiania(?: wizyty i wziąć|: )/

onBothEngines('An office that also receives people without an appointment', open => {
  let web: TestWeb
  const openWith = async (changes: Partial<City>) =>
    (web = await aWeb(await open(), { city: aCity({ services: [aService({ ways })], ...changes }) }))

  it('says so on the first page and on that of a matter', async () => {
    await openWith({})
    for (const page of pages) {
      const { text } = await web.get(page).expect(200)
      assertValidHtml(text)
      assert.match(text, told, page)
    }
    const { text } = await web.get('/services/id-card').expect(200)
    assert.match(text, /Wizyta nie jest konieczna, ale jest możliwa po umówieniu albo bez umawiania/)
  })

  it('says nothing of it while only people with an appointment are received', async () => {
    await openWith({ rules: [aRule({ kind: 'appointment-only', exceptServices: [] })] })
    for (const page of pages) assert.doesNotMatch((await web.get(page).expect(200)).text, told, page)
    assert.match((await web.get('/services/id-card').expect(200)).text, /możliwa po umówieniu\./)
  })
})
