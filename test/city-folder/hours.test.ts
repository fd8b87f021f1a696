import assert from 'node:assert/strict'
import { problemsWith } from '../support/city-folder.ts'

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
