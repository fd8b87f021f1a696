import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { ConfigError } from '../../src/config.ts'
import { keptSecret, secretPath } from '../../src/kept-secret.ts'

describe('The secret that is kept', () => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'okienko-secret-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is made once, and only its owner can read it', () => {
    const file = path.join(folder, 'deep/secret')
    const made = keptSecret(file)
    assert.match(made, /^[\w-]{43}$/)
    assert.equal(keptSecret(file), made)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.deepEqual(readdirSync(path.dirname(file)), ['secret'])
  })

  it('is the same for processes that start at once', async function () {
    this.timeout(60_000)
    const script = `import { keptSecret } from './src/kept-secret.ts'; process.stdout.write(keptSecret(process.argv[1]))`
    const root = path.resolve(import.meta.dirname, '../..')
    const runs = Array.from({ length: 4 }, () =>
      promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', script, path.join(folder, 'secret')],
        { cwd: root },
      ),
    )
    const secrets = (await Promise.all(runs)).map(run => run.stdout)
    assert.equal(new Set(secrets).size, 1)
    assert.match(secrets[0] ?? '', /^[\w-]{43}$/)
  })

  it('is refused if somebody has emptied its file', () => {
    const file = path.join(folder, 'secret')
    writeFileSync(file, '\n')
    assert.throws(() => keptSecret(file), ConfigError)
  })

  it('stands beside the SQLite file, or in var where the database is elsewhere', () => {
    assert.equal(secretPath('file:/srv/okienko/data.sqlite3'), '/srv/okienko/secret')
    assert.equal(secretPath('postgres://db/okienko'), 'var/secret')
  })
})
