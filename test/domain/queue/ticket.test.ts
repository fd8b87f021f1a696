import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseTicketCode, partsOfCode, ticketCode, ticketLetters } from '../../../src/domain/queue/ticket.ts'

describe('A ticket code', () => {
  it('is a letter and three digits, more if the day needs them', () => {
    assert.equal(ticketCode('D', 12), 'D012')
    assert.equal(ticketCode('D', 1000), 'D1000')
    assert.deepEqual(partsOfCode('D012'), { letter: 'D', number: 12 })
  })

  for (const typed of ['D012', 'd12', ' D-012 ', 'D O12', 'd 0 1 2', 'D.012', 'DОI2']) {
    it(`is understood as ${typed}`, () => assert.equal(parseTicketCode(typed), 'D012'))
  }

  it('is understood with a Cyrillic letter that looks the same', () => assert.equal(parseTicketCode('В007'), 'B007'))

  for (const typed of ['', 'D', '012', 'I012', 'O012', 'D000', 'DD12', 'D12345', '7K2M9QXD', 'D-1x']) {
    it(`is not "${typed}"`, () => assert.equal(parseTicketCode(typed), undefined))
  }

  it('comes back from whatever was printed', () => {
    const letters = fc.constantFrom(...Array.from(ticketLetters))
    fc.assert(
      fc.property(letters, fc.integer({ min: 1, max: 9999 }), (letter, number) => {
        const code = ticketCode(letter, number)
        assert.equal(parseTicketCode(code.toLowerCase()), code)
      }),
    )
  })
})
