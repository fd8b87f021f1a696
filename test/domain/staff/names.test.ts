import assert from 'node:assert/strict'
import { withoutContacts } from '../../../src/domain/staff/audit-note.ts'
import { initialsOf, passwordFault, signInName } from '../../../src/domain/staff/names.ts'
import { patienceByName, waitAfter } from '../../../src/domain/staff/throttle.ts'

describe('Names and passwords of staff', () => {
  it('take a name in small letters, and no other signs', () => {
    assert.equal(signInName(' Anna.Nowak '), 'anna.nowak')
    assert.equal(signInName('a.nowak@miasto.example'), 'a.nowak@miasto.example')
    for (const wrong of ['', 'a', 'ąę', 'anna nowak', '-anna', 'a\u0000b', 'x'.repeat(65)])
      assert.equal(signInName(wrong), undefined, wrong)
  })

  it('make initials of a name', () => {
    assert.deepEqual(['anna.nowak', 'admin', 'j_k-l@x.pl'].map(initialsOf), ['AN', 'AD', 'JKL'])
  })

  it('refuse passwords that are guessed first', () => {
    assert.equal(passwordFault('krótkie', 'anna'), 'too-short')
    assert.equal(passwordFault('Anna-i-jeszcze-coś', 'anna@x.pl'), 'holds-name')
    assert.equal(passwordFault('abababababababab', 'jan'), 'unvaried')
    assert.equal(passwordFault('x1y2z'.repeat(60), 'jan'), 'too-long')
    assert.equal(passwordFault('cztery zwykłe słowa razem', 'jan'), undefined)
  })

  it('let five tries pass, then wait twice as long each time, at most a quarter of an hour', () => {
    const waits = [1, 4, 5, 6, 7, 10, 11, 12, 500].map(tries => waitAfter(tries, patienceByName))
    assert.deepEqual(waits, [0, 0, 15, 30, 60, 480, 900, 900, 900])
  })

  it('blank contacts in what is noted, and leave dates and codes', () => {
    const details = { reason: 'pani anna@x.pl dzwoniła z 600 700 800 w dniu 2020-05-11, bilet D012', count: 3 }
    assert.deepEqual(withoutContacts(details), { reason: 'pani … dzwoniła z … w dniu 2020-05-11, bilet D012', count: 3 })
  })
})
