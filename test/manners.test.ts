import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sources, undocumented } from './support/sources.ts'

const rootFolder = path.resolve(import.meta.dirname, '..')
const longestLines = 200
const medianLines = 50
const namesWhereThingsGetLost = ['services', 'utils', 'helpers', 'common', 'managers']
const notOurs = new Set(['node_modules', 'var', 'coverage', '.git'])
const notText = /\.(png|webp|jpe?g|ttf|woff2?|ico|pdf|log)$/

describe('The manners of the house', () => {
  const files = sources()

  it('says of every exported function what it answers', () => {
    const silent = files.flatMap(source => undocumented(source).map(name => `${source.path}: ${name}`))
    assert.deepEqual(silent, [])
  })

  it('sees where a docstring is missing', () => {
    const text = '/** One. */\nexport function one() {}\nexport const two = () => 2\n// three\nexport async function three() {}\n'
    assert.deepEqual(undocumented({ path: 'src/x.ts', text }), ['two', 'three'])
  })

  it(`has no file of more than ${longestLines} lines`, () => {
    const tooLong = files.filter(source => linesOf(source.text) > longestLines).map(source => source.path)
    assert.deepEqual(tooLong, [])
  })

  it(`has files of fewer than ${medianLines} lines, taken by the middle one`, () => {
    const lengths = files.map(source => linesOf(source.text)).sort((one, other) => one - other)
    const middle = lengths[Math.floor(lengths.length / 2)] ?? 0
    assert.ok(middle < medianLines, `the middle one of ${lengths.length} files has ${middle} lines`)
  })

  it('has no folder in which things get lost', () => {
    const folders = files.flatMap(source => path.posix.dirname(source.path).split('/'))
    assert.deepEqual(
      folders.filter(folder => namesWhereThingsGetLost.includes(folder)),
      [],
    )
  })

  it('names no package registry, so that it installs from whichever one a machine uses', () => {
    const naming = ownFiles().filter(file => /registry\.\w+\.\w+|npmjs\.|"resolved"/.test(file.text))
    assert.deepEqual(
      naming.map(file => file.path),
      [],
    )
  })
})

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length
}

/** Every file of the checkout that we wrote, but this one; pictures and fonts aside. */
function ownFiles(folder = rootFolder): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const found = path.join(folder, entry.name)
    if (notOurs.has(entry.name) || found === import.meta.filename) return []
    if (entry.isDirectory()) return ownFiles(found)
    return notText.test(entry.name) ? [] : [{ path: path.relative(rootFolder, found), text: readFileSync(found, 'utf8') }]
  })
}
