import assert from 'node:assert/strict'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { logLinesTo } from '../../src/web/log-lines.ts'

describe('Lines of the log', () => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'okienko-log-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('that cannot be written hold up no end, and are written once there is room', async () => {
    const fd = openSync('/dev/full', 'w')
    const lines = logLinesTo(fd)
    lines.write('one\n')
    const [{ code }] = (await once(lines, 'error')) as [NodeJS.ErrnoException]
    assert.equal(code, 'ENOSPC')
    lines.flushSync()

    const file = path.join(folder, 'log')
    closeSync(fd)
    assert.equal(openSync(file, 'a'), fd)
    lines.write('two\n')
    await once(lines, 'drain')
    lines.write('three\n')
    lines.write('four\n')
    lines.flushSync()
    await once(lines, 'drain')
    assert.deepEqual(readFileSync(file, 'utf8').trim().split('\n').sort(), ['four', 'one', 'three', 'two'])
    lines.end()
    await once(lines, 'close')
  })
})
