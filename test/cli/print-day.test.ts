import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../../src/cli/run.ts'

describe('okienko print day', function () {
  this.timeout(60_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-print-'))
  const environment = { DATABASE_URL: `file:${path.join(folder, 'city.sqlite3')}`, OKIENKO_CLOCK: '2020-05-11T07:30' }
  const complaints: string[] = []
  const speak = { environment, print: () => undefined, complain: (line: string) => complaints.push(line) }
  before(() => run(['load', 'db/seeds/krakow'], speak))
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('writes the schedule of an office as a PDF', async () => {
    const file = path.join(folder, 'day.pdf')
    assert.equal(await run(['print', 'day', 'CA', '2020-05-11', '--out', file], speak), 0)
    assert.equal(readFileSync(file).subarray(0, 5).toString(), '%PDF-')
  })

  it('says what is wrong with an office or a date', async () => {
    const file = path.join(folder, 'none.pdf')
    assert.equal(await run(['print', 'day', 'nowhere', '--out', file], speak), 1)
    assert.equal(await run(['print', 'day', 'CA', '11.05.2020'], speak), 2)
    assert.equal(existsSync(file), false)
    assert.match(complaints.join(), /no office nowhere/)
  })
})
