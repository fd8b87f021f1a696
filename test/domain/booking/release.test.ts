import assert from 'node:assert/strict'
import { opensAt } from '../../../src/domain/booking/release.ts'
import { aPolicy, at } from '../../support/builders.ts'

const policy = aPolicy({ release: { at: at('7:00'), spreadMinutes: 60 } })
const minutes = Array.from({ length: 2000 }, (_, i) =>
  opensAt(policy, 'CA', '2020-05-25', `CA-${i % 20}`, at('8:00') + Math.floor(i / 20) * 5),
)

describe('the release of a new date', () => {
  it('opens every place within the hour', () => {
    assert.ok(minutes.every(minute => at('7:00') <= minute && minute < at('8:00')))
  })

  it('spreads places so that no minute opens more than three times its share', () => {
    const perMinute = Array.from({ length: 60 }, (_, i) => minutes.filter(minute => minute === at('7:00') + i).length)
    assert.ok(Math.max(...perMinute) < 100, perMinute.join(' '))
    assert.ok(Math.min(...perMinute) > 0, perMinute.join(' '))
  })

  it('opens the same place at the same minute, on every machine and in every version', () => {
    assert.equal(
      opensAt(policy, 'CA', '2020-05-25', 'CA-73', at('8:20')),
      opensAt(policy, 'CA', '2020-05-25', 'CA-73', at('8:20')),
    )
    assert.equal(opensAt(policy, 'CA', '2020-05-25', 'CA-73', at('8:20')), at('7:14'))
  })

  it('opens all at once where nothing is spread', () => {
    const sudden = aPolicy({ release: { at: at('7:00'), spreadMinutes: 0 } })
    assert.equal(opensAt(sudden, 'CA', '2020-05-25', 'CA-73', at('8:20')), at('7:00'))
  })
})
