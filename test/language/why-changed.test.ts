import assert from 'node:assert/strict'
import { refusalReasons } from '../../src/domain/booking/refusal.ts'
import { whyChanged } from '../../src/language/why-changed.ts'
import { aCity, aRule, words } from '../support/builders.ts'

const cap = aRule(
  { kind: 'absolute-cap', persons: 5 },
  { id: 'cap', text: words('Pięć osób.'), legalBasis: 'Dz.U. 2020 poz. 878' },
)
const full = { refusal: { reason: 'zone-full', zoneId: 'hall', ruleId: 'cap' } } as const

describe('Why an office has changed a visit', () => {
  it('is said with the rule behind it, and its basis, where that is verified', () => {
    const verified = aCity({ rules: [{ ...cap, provenance: 'verified' }] })
    assert.deepEqual(whyChanged(verified, full, 'pl'), [
      'Powód: zmienił się limit osób w miejscu: Sala obsługi.',
      'Pięć osób. Podstawa: Dz.U. 2020 poz. 878.',
    ])
  })

  it('is said without it where the city only assumes it', () => {
    assert.deepEqual(whyChanged(aCity({ rules: [cap] }), full, 'en'), [
      'Reason: the limit of persons has changed in: Sala obsługi (en).',
    ])
  })

  it('is said whatever the reason', () => {
    for (const reason of refusalReasons) assert.match(whyChanged(aCity(), { refusal: { reason } }, 'uk').join(), /^Причина: /)
  })
})
