import assert from 'node:assert/strict'
import { datesFrom } from '../../src/domain/calendar.ts'
import { holidayOn } from '../../src/domain/holidays.ts'
import { holidayKeys } from '../../src/domain/holiday-keys.ts'
import { isWorkingDay, workingDaysAfter } from '../../src/domain/working-days.ts'
import { easterSunday } from '../../src/domain/easter.ts'

describe('public holidays', () => {
  it('lie where the calendar of 2020 has them', () => {
    const found = datesFrom('2020-01-01', '2020-12-31').flatMap(date => {
      const key = holidayOn(date)
      return key ? [[date.slice(5), key]] : []
    })
    assert.deepEqual(found, [
      ['01-01', 'new-year'],
      ['01-06', 'epiphany'],
      ['04-12', 'easter-sunday'],
      ['04-13', 'easter-monday'],
      ['05-01', 'labour-day'],
      ['05-03', 'constitution-day'],
      ['05-31', 'pentecost'],
      ['06-11', 'corpus-christi'],
      ['08-15', 'assumption'],
      ['11-01', 'all-saints'],
      ['11-11', 'independence-day'],
      ['12-25', 'christmas-day'],
      ['12-26', 'second-christmas-day'],
    ])
  })

  it('count Christmas Eve from 2025 and Epiphany from 2011', () => {
    assert.equal(holidayOn('2024-12-24'), undefined)
    assert.equal(holidayOn('2025-12-24'), 'christmas-eve')
    assert.equal(holidayOn('2010-01-06'), undefined)
    assert.equal(holidayOn('2011-01-06'), 'epiphany')
  })

  it('are 14 from 2025 on, all named', () => {
    const keys = datesFrom('2026-01-01', '2026-12-31').flatMap(date => holidayOn(date) ?? [])
    assert.deepEqual(keys.toSorted(), holidayKeys.toSorted())
  })

  it('follow Easter, early and late', () => {
    const years = [1818, 2000, 2008, 2019, 2024, 2025, 2026, 2027, 2038, 2076, 2285]
    assert.deepEqual(years.map(easterSunday), [
      ...['1818-03-22', '2000-04-23', '2008-03-23', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28'],
      ...['2038-04-25', '2076-04-19', '2285-03-22'],
    ])
  })
})

describe('working days', () => {
  it('leave out weekends and holidays', () => {
    assert.deepEqual(datesFrom('2020-04-30', '2020-05-04').map(isWorkingDay), [true, false, false, false, true])
  })

  it('are counted from the day after', () => {
    assert.equal(workingDaysAfter('2020-04-29', 0), '2020-04-29')
    assert.equal(workingDaysAfter('2020-04-29', 1), '2020-04-30')
    assert.equal(workingDaysAfter('2020-04-29', 3), '2020-05-05')
  })
})
