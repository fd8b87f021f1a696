import assert from 'node:assert/strict'
import { formatDate, formatMoment, formatTime } from '../../src/language/dates.ts'
import { formatFloor } from '../../src/language/floors.ts'
import { formatMoney } from '../../src/language/numbers.ts'

describe('Dates, times, floors and money', () => {
  it('are written as each language writes them', () => {
    assert.equal(formatMoment('2020-05-11', 580, 'pl'), 'poniedziałek, 11 maja 2020 r., godz.\u00a09.40')
    assert.equal(formatMoment('2020-05-11', 580, 'en'), 'Monday, 11 May 2020, 9:40')
    assert.equal(formatMoment('2020-05-11', 580, 'uk'), 'понеділок, 11 травня 2020 р., 09:40')
  })

  it('say Monday with a comma in English', () => assert.equal(formatDate('2020-05-11', 'en'), 'Monday, 11 May 2020'))

  it('put the Polish month in the genitive, and without a year where none is asked for', () => {
    assert.equal(formatDate('2020-05-01', 'pl', 'day'), 'piątek, 1\u00a0maja')
    assert.equal(formatDate('2020-05-01', 'pl', 'long'), '1 maja 2020 r.')
    assert.equal(formatDate('2020-05-01', 'pl', 'month'), 'maj 2020')
  })

  it('know midnight and the end of a day', () => {
    assert.equal(formatTime(0, 'pl'), '0.00')
    assert.equal(formatTime(1440, 'uk'), '24:00')
  })

  it('do not change with the time zone of the machine', () => {
    assert.equal(formatDate('2020-01-01', 'pl', 'day'), 'środa, 1\u00a0stycznia')
    assert.equal(formatDate('2020-12-31', 'pl', 'day'), 'czwartek, 31\u00a0grudnia')
  })

  it('call the Polish ground floor the first in Ukrainian', () => {
    assert.deepEqual(
      [0, 1, 3].map(floor => formatFloor(floor, 'pl')),
      ['parter', 'I piętro', 'III piętro'],
    )
    assert.deepEqual(
      [0, 1].map(floor => formatFloor(floor, 'uk')),
      ['1-й поверх (parter)', '2-й поверх (I piętro)'],
    )
    assert.deepEqual(
      [0, 1, 2, 3, 4, 11].map(floor => formatFloor(floor, 'en')),
      ['ground floor', '1st floor', '2nd floor', '3rd floor', '4th floor', '11th floor'],
    )
  })

  it('write złoty with a comma, or a point in English, and keep thousands together', () => {
    assert.equal(formatMoney(100.5, 'pl'), '100,50\u00a0zł')
    assert.equal(formatMoney(2100, 'uk'), '2\u00a0100\u00a0зл.')
    assert.equal(formatMoney(22, 'en'), 'PLN\u00a022')
  })
})
