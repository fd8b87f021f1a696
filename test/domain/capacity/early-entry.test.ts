import assert from 'node:assert/strict'
import { freeTimes } from '../../../src/domain/capacity/free-times.ts'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { visitOf } from '../../../src/domain/capacity/visit.ts'
import { aCity, aRequest, aRule, at } from '../../support/builders.ts'

describe('a rule per staffed desk, where people come in five minutes early', () => {
  const rules = [
    aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { scope: { zones: ['hall'] } }),
    aRule({ kind: 'entry-window', earliestBeforeMinutes: 5, latestAfterMinutes: 10 }),
    aRule({ kind: 'turnover', minutes: 5 }),
  ]
  const city = aCity({ rules })
  const plan = planOfDay(city, 'CA', '2020-05-11', [])

  it('lets the first party of the day in: the clerk is there already', () => {
    const day = { plan, page: 0, bookings: [] }
    const { times } = freeTimes(day, visitOf(city, aRequest()), { date: '2020-05-04', minute: at('9:00') })

    assert.deepEqual(times[0], { start: at('8:00'), places: 2 })
  })

  it('counts a desk from five minutes before its shift to the end of it', () => {
    const hall = plan.zones.find(({ zone }) => zone.id === 'hall')
    const limitAt = (time: string) => hall?.counted[at(time) / 5]

    assert.deepEqual([limitAt('7:50'), limitAt('7:55'), limitAt('15:55'), limitAt('16:00')], [0, 2, 2, 0])
  })
})
