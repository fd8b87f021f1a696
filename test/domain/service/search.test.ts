import assert from 'node:assert/strict'
import { readCityFolder } from '../../../src/city-folder/read-city-folder.ts'
import type { Language } from '../../../src/domain/city.ts'
import { searchServices } from '../../../src/domain/service/search.ts'

const reading = readCityFolder('db/seeds/krakow')

/** Ids of what the sample city finds, best first. */
function found(query: string, language: Language = 'pl'): string[] {
  assert.ok('city' in reading)
  return searchServices(reading.city, query, language).map(service => service.id)
}

describe('The search for a service', () => {
  it('finds nothing for a blank query, and nothing for nonsense', () => {
    assert.deepEqual(found('  '), [])
    assert.deepEqual(found('o do na'), [])
    assert.deepEqual(found('xyzzyq'), [])
  })

  it('forgives missing diacritics', () => {
    assert.deepEqual(found('slub'), found('ślub'))
    assert.deepEqual(found('smieci')[0], 'gk-waste')
    assert.deepEqual(found('dowod osobisty'), found('dowód osobisty'))
  })

  it('leaves what is only somewhat like a word out, where the word itself is known', () => {
    assert.ok(!found('śmieci').includes('sc-death'), 'death begins as waste does')
    assert.ok(!found('prawko').includes('sc-ability'))
    assert.ok(found('dowodem').includes('sa-id-apply'))
  })

  it('forgives word endings, in every language', () => {
    assert.equal(found('wymiana dowodu osobistego')[0], 'sa-id-apply')
    assert.equal(found('births', 'en')[0], 'sc-birth')
    assert.ok(found('машини', 'uk').includes('km-used'))
  })

  it('forgives the prefix of a Polish verb', () => {
    assert.equal(found('zarejestrować auto')[0], 'km-new')
    assert.equal(found('zameldować się')[0], 'sa-reg')
  })

  it('forgives one mistyped letter, and two that changed places', () => {
    assert.equal(found('rejestracaj pojazdu')[0], 'km-new')
    assert.equal(found('pessel')[0], 'sa-pesel')
  })

  it('reads Cyrillic letters and Latin ones alike', () => {
    assert.equal(found('довуд', 'uk')[0], 'sa-id-apply')
    assert.ok(found('propyska', 'uk').includes('sa-reg'))
  })

  it('looks in all three languages, whichever the reader has chosen', () => {
    assert.deepEqual([found('wedding', 'pl')[0], found('весілля', 'en')[0]], ['sc-marriage-civil', 'sc-marriage-civil'])
  })

  it('knows everyday words that no official name has', () => {
    const words = { prawko: 'km-licence', '500+': 'so-child', meldunek: 'sa-reg', przeprowadzka: 'sa-reg', śmieci: 'gk-waste' }
    for (const [word, id] of Object.entries(words)) assert.equal(found(word)[0], id, word)
  })

  it('puts names before keywords', () => {
    const ids = found('zgon')
    assert.ok(ids.indexOf('sc-death') < ids.indexOf('sc-foreign-event'))
  })

  it('keeps only those that have the most of the words', () => {
    assert.deepEqual(found('dowód osobisty'), ['sa-id-apply', 'sa-id-collect', 'sa-id-loss'])
    assert.deepEqual(found('zgubiłem dowód'), ['sa-id-loss', 'km-duplicate'])
  })

  it('finds the number of a procedure, however it is written, and no other', () => {
    for (const typed of ['SC-18', 'sc 18', 'sc18']) assert.deepEqual(found(typed), ['sc-copy'])
    assert.deepEqual(found('SA-8'), ['sa-consumer'])
  })

  it('finds every service by its own name, first or among those that share its words', () => {
    assert.ok('city' in reading)
    for (const service of reading.city.services) {
      for (const language of ['pl', 'en', 'uk'] as const) {
        assert.ok(found(service.name[language], language).slice(0, 3).includes(service.id), service.name[language])
      }
    }
  })
})
