import assert from 'node:assert/strict'
import { addDays, isOfficeDate } from '../../src/domain/calendar.ts'

describe('A date that somebody typed', () => {
  const typed = {
    '2020-05-25': true,
    '2024-02-29': true,
    '2199-12-31': true,
    '2023-02-29': false,
    '2020-13-01': false,
    '1999-12-31': false,
    '2200-01-01': false,
    '9999-12-31': false,
    '2020-5-25': false,
    '2020-05-25T08:00': false,
  }
  for (const [text, isOne] of Object.entries(typed)) {
    it(`${text} is ${isOne ? 'one' : 'none'}`, () => assert.equal(isOfficeDate(text), isOne))
  }

  it('can be counted on from, up to the last one', () => {
    assert.equal(addDays('2199-12-31', 366), '2201-01-01')
  })
})
