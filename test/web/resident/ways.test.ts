import assert from 'node:assert/strict'
import { aCity, aRule, aService, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { assertValidHtml } from '../../support/html.ts'
import { aWeb } from '../../support/web.ts'
import type { City, OnlineSystem } from '../../../src/domain/city.ts'
import type { Service, ServiceWays } from '../../../src/domain/service/service.ts'

const system: OnlineSystem = { id: 'x', name: 'X', url: 'https://x.example', signIn: 'none', provenance: 'verified' }
const box = { address: 'Rynek 1', provenance: 'verified' } as const
const byVisit: ServiceWays = { online: undefined, dropBox: false, post: false, inPerson: 'required', appointment: 'needed' }

onBothEngines('The page of a matter', open => {
  const shown = async (ways: Partial<ServiceWays>, service: Partial<Service> = {}, city: Partial<City> = {}) => {
    const services = [aService({ ways: { ...byVisit, ...ways }, ...service })]
    const web = await aWeb(await open(), { city: aCity({ onlineSystems: [system], dropBoxes: [box], services, ...city }) })
    const { text } = await web.get('/services/id-card').expect(200)
    assertValidHtml(text)
    return text
  }

  it('says that one need not leave home only where the whole matter is settled online', async () => {
    const athome = /Bez wychodzenia z domu/
    assert.match(await shown({ online: { extent: 'full', systemId: 'x' }, inPerson: 'optional' }), athome)
    assert.doesNotMatch(await shown({ online: { extent: 'partial', systemId: 'x' }, inPerson: 'optional' }), athome)
    assert.doesNotMatch(await shown({ online: { extent: 'full', systemId: 'x' } }), athome)
  })

  it('says that there is no way online only where that is verified', async () => {
    assert.match(await shown({}, { provenance: 'verified' }), /nie można załatwić przez internet/)
    assert.doesNotMatch(await shown({}, { provenance: 'recalled' }), /nie można załatwić przez internet/)
  })

  it('does not call a visit unnecessary that is the only way it names', async () => {
    const text = await shown({ inPerson: 'optional' })
    assert.doesNotMatch(text, /Wizyta nie jest konieczna/)
    assert.match(text, /Tę sprawę można załatwić w urzędzie, po umówieniu wizyty/)
    assert.match(await shown({ inPerson: 'optional', post: true }), /Wizyta nie jest konieczna/)
  })

  it('asks to check a legal basis that no source confirms', async () => {
    const legalBasis = 'Ustawa'
    const fee = { pln: 0, provenance: 'verified' } as const
    const unsure = /Ustawa<\/span><br><span class="small">Prosimy upewnić się/
    assert.match(await shown({}, { legalBasis, fee, provenance: 'recalled' }), unsure)
    assert.doesNotMatch(await shown({}, { legalBasis, fee, provenance: 'verified' }), unsure)
  })

  it('says beside the box and the post that a visit is needed all the same, where it is', async () => {
    const still = /Potrzebna będzie też wizyta w urzędzie/g
    assert.equal((await shown({ dropBox: true, post: true })).match(still)?.length, 2)
    assert.doesNotMatch(await shown({ dropBox: true, post: true, inPerson: 'optional' }), still)
  })
})

onBothEngines('A rule that an announcement made', open => {
  it('is not given a legal basis', async () => {
    const rule = aRule(
      { kind: 'conduct', topics: ['gloves'] },
      { text: words('Rękawiczki.'), legalBasis: 'komunikat urzędu', provenance: 'verified' },
    )
    const web = await aWeb(await open(), { city: aCity({ rules: [rule] }) })
    const { text } = await web.get('/').expect(200)
    assert.match(text, /Podstawa: komunikat urzędu\./)
    assert.doesNotMatch(text, /Podstawa prawna/)
  })
})
