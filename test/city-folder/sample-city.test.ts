import assert from 'node:assert/strict'
import { readCityFolder } from '../../src/city-folder/read-city-folder.ts'
import { planOfDay } from '../../src/domain/capacity/plan.ts'
import type { City } from '../../src/domain/city.ts'

const reading = readCityFolder('db/seeds/krakow')

describe('The sample city', () => {
  const city = soundCity()

  it('has no mistake', () => {
    assert.deepEqual('problems' in reading ? reading.problems : [], [])
  })

  it('has 15 offices, 34 zones and a building for each office, 14 departments, 36 desk groups, 61 services and 13 drop-boxes', () => {
    const buildings = city.zones.filter(zone => zone.kind === 'building')
    assert.deepEqual(
      [city.offices, buildings, city.departments, city.deskGroups, city.services, city.dropBoxes].map(({ length }) => length),
      [15, 15, 14, 36, 61, 13],
    )
    assert.equal(city.zones.length - buildings.length, 34)
  })

  it('opens three sites from 8 to 13 on Monday 11 May 2020, and the registry for deaths only', () => {
    const open = city.offices.map(office => planOfDay(city, office.id, '2020-05-11', [])).filter(plan => plan.hours.length > 0)
    const [administrative] = open
    assert.deepEqual(
      open.map(plan => plan.officeId),
      ['CA', 'WIE', 'ZGO', 'LUB', 'DEK', 'MOPS', 'GUP'],
    )
    assert.deepEqual(administrative?.hours, [{ from: 480, to: 780 }])
    assert.ok(administrative.appointmentOnly)
    assert.deepEqual([...(planOfDay(city, 'LUB', '2020-05-11', []).servicesOnly ?? [])], ['sc-death'])
  })

  it('allows one person for each staffed desk of a hall from 25 May 2020', () => {
    const limitAt9 = (date: string) => {
      const hall = planOfDay(city, 'WIE', date, []).zones.find(({ zone }) => zone.id === 'WIE-KM')
      return { persons: hall?.counted[9 * 12], rule: hall?.bindingRuleIds[9 * 12] }
    }
    assert.notEqual(limitAt9('2020-05-22').rule, 'r-desk-1')
    assert.deepEqual(limitAt9('2020-05-25'), { persons: 4, rule: 'r-desk-1' })
  })

  it('opens every site from 1 July 2020, 7:40 to 15:00', () => {
    const hours = city.offices.map(office => planOfDay(city, office.id, '2020-07-01', []).hours)
    assert.equal(hours.filter(spans => spans.length === 0).length, 0)
    assert.deepEqual(hours[0], [{ from: 460, to: 900 }])
  })

  it('can be planned on any day of today’s rules', () => {
    for (const office of city.offices) assert.ok(planOfDay(city, office.id, '2026-11-23', []).shifts.length > 0, office.id)
  })

  it('keeps a desk or an hour of every group for those who come without internet', () => {
    for (const group of city.deskGroups) {
      const entries = city.desks.filter(desk => desk.deskGroupId === group.id).flatMap(desk => desk.roster)
      assert.ok(
        entries.some(entry => !entry.channels.includes('web') && entry.opensToAllHoursBefore === 24),
        group.id,
      )
    }
  })
})

function soundCity(): City {
  if ('problems' in reading)
    throw new Error(reading.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  return reading.city
}
