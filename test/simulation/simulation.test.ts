import assert from 'node:assert/strict'
import { onBothEngines } from '../support/database.ts'
import { simulate } from './simulate.ts'

const monday = { officeId: 'CA', date: '2020-05-25' }

// Every minute, and in the end, the simulation checks: each visitor has one end and the database knows the same, nobody is
// at two desks and no desk has two, no call fills a room above its limit, `verify` finds nothing, nothing is thrown.

onBothEngines('A simulated day', (_open, engine) => {
  for (const processes of engine.name === 'SQLite' ? [1, 2] : [2]) {
    it(`of 33 desks and a kiosk goes well with ${processes} of the program's processes`, async function () {
      this.timeout(240_000)
      const report = await simulate({ ...monday, url: await engine.freshUrl(), seed: 7, processes, residents: 300 })

      assert.deepEqual(report.faults, [])
      const { ends, visits, walkIns, waiting, run } = report
      assert.ok(visits > 120 && (ends.served ?? 0) > 90, JSON.stringify(ends))
      const missing = ((ends.missing ?? 0) + (ends['came-too-late'] ?? 0)) / visits
      assert.ok(missing > 0.08 && missing < 0.25, `${missing} are missing`)
      assert.equal(walkIns.admitted + walkIns.toldLater + walkIns.sentAway, walkIns.came)
      assert.ok(walkIns.admitted > 5 && walkIns.sentAway > 5, JSON.stringify(walkIns))
      assert.ok(waiting.booked.median <= 5, JSON.stringify(waiting))
      const displaced = (ends['moved-elsewhere'] ?? 0) + (ends['called-off'] ?? 0)
      assert.ok(displaced > 0 && (ends['came-too-late'] ?? 0) > 0, JSON.stringify(ends))
      // Few give up, and where processes race chance decides who.
      assert.ok(processes > 1 || (ends['gave-up'] ?? 0) > 0, JSON.stringify(ends))
      assert.ok(report.overlooked > 0, 'nobody was marked as missing by mistake')
      assert.ok(run.timesRealSpeed >= 100, `${run.timesRealSpeed} times real speed`)
    })
  }

  // With one process on SQLite nobody races, so nothing can differ.
  if (engine.name === 'PostgreSQL') return
  it('is the same day again for the same seed', async function () {
    this.timeout(240_000)
    const play = async (seed: number) => {
      const settings = { ...monday, seed, processes: 1, residents: 80, walkIns: 20 }
      const { run: _, ...report } = await simulate({ ...settings, url: await engine.freshUrl() })
      return report
    }
    const [one, again, other] = [await play(3), await play(3), await play(4)]
    assert.deepEqual(one, again)
    assert.notDeepEqual(one.ends, other.ends)
  })
})
