import assert from 'node:assert/strict'
import { readCityFolder } from '../../src/city-folder/read-city-folder.ts'
import type { City } from '../../src/domain/city.ts'
import { problemsWith, smallFolder, told, withFolder } from '../support/city-folder.ts'

describe('Hours of a city folder', () => {
  it('are refused off the grid of 5 minutes', () => {
    assert.deepEqual(problemsWith('offices.yaml', '8:00-13:00', '8:03-13:00'), [
      'offices.yaml:11 office CA: opening 1/hours/mon-fri 1 must be a stretch such as 7:40-15:00, in steps of 5 minutes, not "8:03-13:00"',
    ])
  })

  it('are refused backwards', () => {
    assert.deepEqual(problemsWith('offices.yaml', '8:00-13:00', '13:00-8:00'), [
      'offices.yaml:11 office CA: opening 1/hours/mon-fri 1 must end after it begins, not "13:00-8:00"',
    ])
  })

  it('are refused where they overlap on a day', () => {
    assert.deepEqual(problemsWith('offices.yaml', 'mon-fri: 8:00-13:00', 'wed: [8:00-13:00, 12:00-14:00]'), [
      'offices.yaml:11 office CA: hours overlap on wed: 8:00-13:00, 12:00-14:00',
    ])
  })

  it('are one stretch where two of them touch, in the order of the day', () => {
    const hours = '[10:00-13:00, 8:00-10:00, 14:00-15:00]'
    const whole = [
      { from: 480, to: 780 },
      { from: 840, to: 900 },
    ]
    const city = cityWith([
      ['offices.yaml', 'mon-fri: 8:00-13:00', `wed: ${hours}`],
      ['special-days.yaml', 'closed: true', `hours: ${hours}`],
      ['rules.yaml', 'kind: turnover\n  minutes: 5', `kind: hours\n  hours: { sat: ${hours} }`],
      ['rules.yaml', 'earliest-before-minutes: 5', 'earliest-before-minutes: 0'],
    ])
    assert.deepEqual(city.offices[0]?.opening[0]?.days, { wed: whole })
    assert.deepEqual(city.specialDays[0]?.hours, whole)
    assert.deepEqual(city.rules[2]?.demand, { kind: 'hours', days: { sat: whole } })
  })

  it('let a desk be staffed across two stretches that touch', () => {
    cityWith([
      ['offices.yaml', 'mon-fri: 8:00-13:00', 'mon-fri: [8:00-10:00, 10:00-13:00]'],
      ['desks.yaml', 'weekdays: mon-fri, for: all', 'weekdays: mon-fri, hours: 9:00-12:00, for: all'],
    ])
  })

  it('are refused while the clock changes', () => {
    assert.deepEqual(problemsWith('offices.yaml', 'mon-fri: 8:00-13:00', 'sun: 0:00-6:00'), [
      'offices.yaml:11 office CA: the office would be open while the clock changes, on a Sunday between 2:00 and 3:00',
    ])
  })

  it('name weekdays as everybody does', () => {
    assert.deepEqual(problemsWith('offices.yaml', 'mon-fri: 8:00-13:00', 'monday: 8:00-13:00'), [
      'offices.yaml:11 office CA: opening 1/hours must name weekdays such as mon-fri, not "monday"',
    ])
  })

  it('cannot be open and closed', () => {
    assert.deepEqual(
      problemsWith(
        'offices.yaml',
        '      hours: { mon-fri: 8:00-13:00 }',
        '      closed: true\n      hours: { mon-fri: 8:00-13:00 }',
      ),
      ['offices.yaml:9 office CA: opening 1 must have either hours or closed: true'],
    )
  })

  it('are refused where two stretches of dates share a day', () => {
    assert.deepEqual(problemsWith('offices.yaml', 'to: 2020-05-31', 'to: 2020-06-01'), [
      'offices.yaml:13 office CA: these opening hours share days with those from 2020-01-01 to 2020-06-01',
    ])
  })

  it('are refused where they end before they begin', () => {
    assert.deepEqual(problemsWith('offices.yaml', 'to: 2020-05-31', 'to: 2019-05-31'), [
      'offices.yaml:10 this ends on 2019-05-31, before it begins on 2020-01-01',
    ])
  })

  it('of a special day are not both missing and open', () => {
    assert.deepEqual(problemsWith('special-days.yaml', 'closed: true', 'note: party'), [
      'special-days.yaml:1 special day 2020-06-12: this record must have either hours or closed: true',
    ])
  })
})

/** The city of the small folder with pieces of its files written otherwise. */
function cityWith(changes: readonly (readonly [file: string, piece: string, instead: string])[]): City {
  const files = changes.reduce<Record<string, string>>(
    (all, [file, piece, instead]) => ({ ...all, [file]: (all[file] ?? '').replace(piece, instead) }),
    smallFolder,
  )
  const reading = withFolder(files, readCityFolder)
  assert.ok('city' in reading, told(reading).join('\n'))
  return reading.city
}
