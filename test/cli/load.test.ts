import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../../src/cli/run.ts'
import { folderOf, smallFolder } from '../support/city-folder.ts'

describe('okienko load', () => {
  let place = ''
  const folders: string[] = []
  const wrong = { ...smallFolder, 'desks.yaml': (smallFolder['desks.yaml'] ?? '').replace('letter: A', 'letter: O') }

  before(() => {
    place = mkdtempSync(path.join(tmpdir(), 'okienko-cli-'))
  })
  after(() => [place, ...folders].forEach(folder => rmSync(folder, { recursive: true })))

  /** Runs the program on a folder that is called FOLDER in the words typed. */
  async function okienko(typed: readonly string[], files = smallFolder) {
    const [printed, complained]: [string[], string[]] = [[], []]
    const folder = folderOf(files)
    folders.push(folder)
    const code = await run(
      typed.map(word => (word === 'FOLDER' ? folder : word)),
      {
        print: line => printed.push(line),
        complain: line => complained.push(line),
        environment: { DATABASE_URL: `file:${place}/okienko.sqlite3` },
      },
    )
    return { code, printed: printed.join('\n'), complained: complained.join('\n') }
  }

  it('says what it would change, and changes nothing', async () => {
    const { code, printed } = await okienko(['load', 'FOLDER', '--dry-run'])
    assert.equal(code, 0)
    assert.match(printed, /desk groups: added 1 \(G\)/)
    assert.match(printed, /nothing was loaded/)
  })

  it('loads a city, and the same one again without a change', async () => {
    assert.match((await okienko(['load', 'FOLDER'])).printed, /version 1 is in force/)
    const again = await okienko(['load', 'FOLDER', '--json'])
    assert.deepEqual(JSON.parse(again.printed), { dryRun: false, version: 1, changes: [], relaidDays: 0 })
  })

  it('names every mistake with its file and line, and loads nothing', async () => {
    const { code, complained } = await okienko(['load', 'FOLDER'], wrong)
    assert.equal(code, 1)
    assert.match(complained, /desks\.yaml:6 {2}desk group G: letter must be one capital letter/)
    assert.match(complained, /1 problem; nothing was loaded/)
    const { printed } = await okienko(['load', 'FOLDER', '--json'], wrong)
    assert.equal((JSON.parse(printed) as { problems: { line: number }[] }).problems[0]?.line, 6)
  })

  it('explains itself', async () => {
    const { code, printed } = await okienko(['load', '--help'])
    assert.equal(code, 0)
    assert.match(printed, /usage: npm run okienko -- load DIR/)
  })

  it('answers wrong use by 2', async () => {
    for (const typed of [['load'], ['load', 'a', 'b'], ['load', 'a', '--wet'], ['unload'], []]) {
      assert.equal((await okienko(typed)).code, 2, typed.join(' '))
    }
  })
})
