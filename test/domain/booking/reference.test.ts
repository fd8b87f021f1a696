import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  faultInReference,
  formatReference,
  newReference,
  parseReference,
  spellingGroups,
} from '../../../src/domain/booking/reference.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const anyReference = fc.uint8Array({ minLength: 7, maxLength: 7, max: 247 }).map(bytes => newReference(() => bytes))

describe('a reference', () => {
  it('has eight signs out of 31 that are not read for one another', () => {
    fc.assert(
      fc.property(anyReference, reference => {
        assert.match(reference, /^[2-9A-HJKMNP-Z]{8}$/)
        assert.equal(parseReference(reference), reference)
      }),
    )
    assert.equal(new Set(alphabet).size, 31)
  })

  it('draws again where a byte would favour some signs', () => {
    const draws = [
      Uint8Array.of(248, 255, 250, 249, 251, 252, 253),
      Uint8Array.of(0, 1, 2, 3, 254, 4, 5),
      Uint8Array.of(6, 30, 30, 30, 30, 30, 30),
    ]
    assert.equal(newReference(() => draws.shift() ?? Uint8Array.of()).slice(0, 7), '2345678')
  })

  it('is said to be missing, too short or long, or mistyped', () => {
    for (const nothing of ['', ' ', '--']) assert.equal(faultInReference(nothing), 'empty', nothing)
    for (const short of ['abc', '7K2M-9QX', '7K2M-9QXD2']) assert.equal(faultInReference(short), 'length', short)
    assert.equal(faultInReference('7k2m-9qxe'), 'sign')
  })

  it('is told from every other that differs in one sign', () => {
    fc.assert(
      fc.property(anyReference, reference => {
        for (let i = 0; i < 8; i += 1) {
          for (const sign of alphabet) {
            if (sign === reference[i]) continue
            assert.equal(parseReference(reference.slice(0, i) + sign + reference.slice(i + 1)), undefined)
          }
        }
      }),
    )
  })

  it('is told from every other in which two neighbours are swapped', () => {
    const pairs = Array.from(alphabet).flatMap(one => Array.from(alphabet.replace(one, ''), other => [one, other] as const))
    for (const [one, other] of pairs) {
      for (let i = 0; i < 7; i += 1) {
        const bytes = Uint8Array.from({ length: 7 }, (_, at) => alphabet.indexOf(at === i + 1 ? other : one))
        const reference = newReference(() => bytes)
        const swapped = reference.slice(0, i) + reference.charAt(i + 1) + reference.charAt(i) + reference.slice(i + 2)
        if (swapped !== reference) assert.equal(parseReference(swapped), undefined, `${reference} for ${swapped}`)
      }
    }
  })

  const reference = newReference(() => Uint8Array.of(9, 10, 19, 20, 21, 25, 26)) // BCPQRVW…
  const typings: readonly (readonly [string, string])[] = [
    ['small letters', reference.toLowerCase()],
    ['a dash', formatReference(reference)],
    ['a long dash and spaces around', `  ${reference.slice(0, 4)} – ${reference.slice(4)}\n`],
    ['groups of two', spellingGroups(reference).join(' ')],
    ['full-width letters', Array.from(reference, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')],
    ['Cyrillic look-alikes', reference.replace('B', 'В').replace('C', 'с').replace('P', 'р')],
    ['Greek look-alikes', reference.replace('B', 'Β').replace('P', 'ρ')],
    ['an invisible sign', `\u200b${reference}\ufeff`],
  ]
  for (const [how, typed] of typings) {
    it(`is understood when typed with ${how}`, () => assert.equal(parseReference(typed), reference))
  }

  it('is not made out of something else', () => {
    for (const typed of ['', '7K2M', `${reference}2`, '0000-0000', 'OOOO OOOO', '🙂🙂🙂🙂🙂🙂🙂🙂', 'x'.repeat(100_000)]) {
      assert.equal(parseReference(typed), undefined)
    }
  })

  it('is never made out of nonsense, and nonsense never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        const found = parseReference(typed)
        assert.ok(found === undefined || /^[2-9A-HJKMNP-Z]{8}$/.test(found))
      }),
    )
  })

  it('is written in two halves and read out in groups of two', () => {
    assert.equal(formatReference('7K2M9QXD'), '7K2M-9QXD')
    assert.deepEqual(spellingGroups('7K2M9QXD'), ['7K', '2M', '9Q', 'XD'])
  })
})
