import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { shareServer } from './migrated.ts'

// What `npm test` runs: first the quick tests, in parallel; then, one file after another, those that need the machine
// for themselves. What failed is told again at the end, and the last line counts both. Words after `npm test --` go to
// mocha: `npm test -- --grep hold`.
const rootFolder = path.resolve(import.meta.dirname, '../..')
const slowRooms = ['browser', 'races', 'faults', 'simulation']

interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What failed, each with its error. */
  readonly wrong: readonly string[]
}

await shareServer().catch((error: unknown) => console.error('PostgreSQL cannot be used:', error))
const files = testFiles()
const quick = await run(
  files.filter(file => !isSlow(file)),
  ['--parallel', '--jobs', '2'],
)
const slow = await run(files.filter(isSlow), ['--timeout', '120000'])
const total = sum([quick, slow])

process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
for (const each of total.wrong) console.log(`\nFailed: ${each}`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)

function testFiles(): string[] {
  return readdirSync(path.join(rootFolder, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts'))
    .map(file => path.join('test', file))
    .sort()
}

function isSlow(file: string): boolean {
  return slowRooms.includes(file.split(path.sep)[1] ?? '')
}

async function run(tests: readonly string[], flags: readonly string[]): Promise<Tally> {
  if (tests.length === 0) return sum([])

  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-tally-'))
  const tally = path.join(folder, 'tally')
  writeFileSync(tally, '')
  const words = [
    'node_modules/mocha/bin/mocha.js',
    '--forbid-only',
    ...strictness(),
    ...flags,
    ...process.argv.slice(2),
    ...tests,
  ]
  const mocha = spawn(process.execPath, words, {
    cwd: rootFolder,
    stdio: 'inherit',
    env: { ...process.env, OKIENKO_TALLY: tally },
  })
  const [code] = (await once(mocha, 'exit')) as [number | null]
  const counted = readFileSync(tally, 'utf8').split('\n').filter(Boolean)
  rmSync(folder, { recursive: true })
  return sum([...counted.map(line => JSON.parse(line) as Tally), brokenOff(code, counted.length)])
}

/** In CI a test that is skipped is a failure, whoever skips it. */
function strictness(): string[] {
  return process.env['CI'] ? ['--forbid-pending'] : []
}

/** A run that ends badly without having told its counts (a file that does not load, a crash) is one failure. */
function brokenOff(code: number | null, told: number): Tally {
  const broken = code !== 0 && told === 0
  return { passed: 0, failed: broken ? 1 : 0, skipped: 0, wrong: broken ? ['the run ended before it told its counts'] : [] }
}

function sum(tallies: readonly Tally[]): Tally {
  const add = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0)
  return {
    passed: add(tally => tally.passed),
    failed: add(tally => tally.failed),
    skipped: add(tally => tally.skipped),
    wrong: tallies.flatMap(tally => tally.wrong),
  }
}
