import assert from 'node:assert/strict'
import { onBothEngines } from '../support/database.ts'
import { simulate } from './simulate.ts'

// Besides what every simulated day checks: our own count of heads, zone by zone and by both ways to count, is the
// program's, every five minutes; and whoever is let in never takes a zone above its limit.

onBothEngines('A simulated day at two doors', (_open, engine) => {
  it('lets 600 people in and out, and counts every head', async function () {
    this.timeout(240_000)
    const settings = { officeId: 'CA', date: '2020-05-25', seed: 3, processes: 2, residents: 300, throughDoors: 520 }
    const { faults, doors } = await simulate({ ...settings, url: await engine.freshUrl() })

    assert.deepEqual(faults, [])
    assert.ok(doors && doors.people >= 600 && doors.checked > 60, JSON.stringify(doors))
    assert.ok(doors.full > 20 && doors.wait > 20 && doors.enter > 90, JSON.stringify(doors))
    assert.ok((doors.most['CA'] ?? 0) > 30, 'the limit of the building was never near')
  })
})
