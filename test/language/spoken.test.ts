import assert from 'node:assert/strict'
import { numberInWords, spokenCall, spokenCode } from '../../src/language/pl/spoken.ts'

describe('A call as it is spoken', () => {
  it('says the letter, the zeros and the number, then the desk', () => {
    assert.equal(spokenCall('D012', '73'), 'Numer D zero dwanaście, proszę do stanowiska siedemdziesiąt trzy')
    assert.equal(spokenCall('B120', '12a'), 'Numer B sto dwadzieścia, proszę do stanowiska dwanaście A')
  })

  it('says every leading zero', () => {
    assert.equal(spokenCode('A007'), 'A zero zero siedem')
    assert.equal(spokenCode('A100'), 'A sto')
    assert.equal(spokenCode('A1000'), 'A tysiąc')
    assert.equal(spokenCode('A000'), 'A zero zero zero')
  })

  it('counts as Polish does', () => {
    const told = [0, 11, 20, 45, 99, 101, 219, 600, 999, 1000, 2015, 5000, 9999].map(numberInWords)
    assert.deepEqual(told, [
      'zero',
      'jedenaście',
      'dwadzieścia',
      'czterdzieści pięć',
      'dziewięćdziesiąt dziewięć',
      'sto jeden',
      'dwieście dziewiętnaście',
      'sześćset',
      'dziewięćset dziewięćdziesiąt dziewięć',
      'tysiąc',
      'dwa tysiące piętnaście',
      'pięć tysięcy',
      'dziewięć tysięcy dziewięćset dziewięćdziesiąt dziewięć',
    ])
  })

  it('has different words for different numbers', () => {
    const all = Array.from({ length: 10_000 }, (_, number) => numberInWords(number))
    assert.equal(new Set(all).size, all.length)
    assert.ok(all.every(words => words === words.trim() && !words.includes('  ')))
  })
})
