import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../../src/cli/run.ts'

describe('okienko staff', () => {
  let place = ''
  before(() => (place = mkdtempSync(path.join(tmpdir(), 'okienko-cli-staff-'))))
  after(() => rmSync(place, { recursive: true }))

  async function okienko(...typed: string[]) {
    const [printed, complained]: [string[], string[]] = [[], []]
    const code = await run(typed, {
      print: line => printed.push(line),
      complain: line => complained.push(line),
      environment: { DATABASE_URL: `file:${place}/okienko.sqlite3` },
    })
    return { code, printed: printed.join('\n'), complained: complained.join('\n') }
  }

  it('adds an account and prints its password', async () => {
    const { code, printed } = await okienko('staff', 'add', 'szef', '--role', 'admin,manager')
    assert.equal(code, 0)
    assert.match(printed, /^szef, password [0-9A-Z-]{19} /)
    const json = JSON.parse((await okienko('staff', 'add', 'anna.nowak', '--role', 'clerk', '--json')).printed) as object
    assert.deepEqual(Object.keys(json).sort(), ['name', 'number', 'password'])
  })

  it('lists accounts, gives a new password, disables and enables', async () => {
    assert.match((await okienko('staff', 'list')).printed, /^anna\.nowak +clerk\nszef +admin, manager$/)
    assert.match((await okienko('staff', 'reset', 'anna.nowak')).printed, /password/)
    assert.equal((await okienko('staff', 'disable', 'anna.nowak')).code, 0)
    assert.match((await okienko('staff', 'list')).printed, /clerk {2}\(disabled /)
    assert.equal((await okienko('staff', 'enable', 'anna.nowak', '--json')).printed, '{"name":"anna.nowak"}')
  })

  it('says what could not be done, with 1', async () => {
    assert.deepEqual(await okienko('staff', 'add', 'szef', '--role', 'clerk'), {
      code: 1,
      printed: '',
      complained: 'there is an account of this name already',
    })
    assert.match((await okienko('staff', 'reset', 'nobody')).complained, /no such account/)
    assert.match((await okienko('staff', 'disable', 'szef')).complained, /last admin/)
    assert.equal(
      (await okienko('staff', 'add', 'jan', '--role', 'clerk', '--office', 'XX', '--json')).printed,
      '{"fault":"office"}',
    )
  })

  it('says how it is used, with 2', async () => {
    const wrong = [['staff'], ['staff', 'fire'], ['staff', 'add'], ['staff', 'add', 'jan', '--role', 'boss'], ['staff', 'reset']]
    for (const typed of [
      ...wrong,
      ['staff', 'list', 'x'],
      ['staff', 'reset', 'a', 'b'],
      ['staff', 'add', 'jan', '--wage', '1'],
    ]) {
      const { code, complained } = await okienko(...typed)
      assert.equal(code, 2, typed.join(' '))
      assert.notEqual(complained, '')
    }
  })

  it('helps with each command', async () => {
    assert.equal((await okienko('staff', '--help')).code, 0)
    for (const verb of ['add', 'reset', 'disable', 'enable', 'list']) {
      const { code, printed } = await okienko('staff', verb, '--help')
      assert.equal(code, 0)
      assert.match(printed, new RegExp(`staff ${verb} .*\\n\\n.*Exit code 0`, 's'))
    }
  })
})
