import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readCityFolder } from '../../src/city-folder/read-city-folder.ts'
import { problemsWith, smallFolder, told, withFolder } from '../support/city-folder.ts'

describe('Files of a city folder', () => {
  it('are no folders', () => {
    assert.deepEqual(
      problemsAfter(folder => beFolder(folder, 'zones.yaml')),
      ['zones.yaml:1 this is a folder, not a file'],
    )
    assert.deepEqual(
      problemsAfter(folder => beFolder(folder, 'services/car.yaml')),
      ['services/car.yaml:1 this is a folder, not a file'],
    )
  })

  it('lie in a folder', () => {
    const file = path.resolve('package.json')
    assert.deepEqual(told(readCityFolder(file)), [`${file}:1 this is a file, not a folder`])
  })

  it('of services lie in a folder of their own', () => {
    const problems = problemsAfter(folder => {
      rmSync(path.join(folder, 'services'), { recursive: true })
      writeFileSync(path.join(folder, 'services'), 'car')
    })
    assert.deepEqual(problems, ['services:1 this is a file, not a folder'])
  })

  it('may begin with the mark that Windows editors write', () => {
    const marked = Object.fromEntries(Object.entries(smallFolder).map(([file, text]) => [file, `\uFEFF${text}`]))
    assert.deepEqual(told(withFolder(marked, readCityFolder)), [])
    const problems = withFolder({ ...marked, 'needs.yaml': '\uFEFF# what to ask for\n- { id: slow }\n' }, readCityFolder)
    assert.ok(told(problems).includes('needs.yaml:2 need slow: provenance is missing'))
  })

  it('are written in UTF-8', () => {
    const said = 'letters of this line are not written in UTF-8; save the file as UTF-8'
    assert.deepEqual(problemsAfter(saved('organisation.yaml', 'latin1', '# a town\n# Kraków\n')), [`organisation.yaml:2 ${said}`])
    assert.deepEqual(problemsAfter(saved('rules.yaml', 'utf16le', '\uFEFF')), [`rules.yaml:1 ${said}`])
    const half = Buffer.from(`${smallFolder['needs.yaml']}# ż`).subarray(0, -1)
    assert.deepEqual(
      problemsAfter(folder => writeFileSync(path.join(folder, 'needs.yaml'), half)),
      [`needs.yaml:2 ${said}`],
    )
  })

  it('repeat by an alias what is marked before', () => {
    assert.deepEqual(problemsWith('needs.yaml', 'id: slow', 'id: *slow'), [
      'needs.yaml:1 *slow repeats what is marked &slow, but nothing before it is',
    ])
    assert.deepEqual(
      problemsWith(
        'zones.yaml',
        'name: { pl: Nazwa, en: Name, uk: Назва }, floor: 0, area-m2: 20',
        'name: *n, floor: 0, area-m2: 20',
      ),
      ['zones.yaml:3 *n repeats what is marked &n, but nothing before it is'],
    )
    const once = (smallFolder['zones.yaml'] ?? '').replace('name: {', 'name: &n {')
    assert.deepEqual(
      problemsWith('zones.yaml', smallFolder['zones.yaml'] ?? '', once.replace(/name: \{[^}]*\}/g, 'name: *n')),
      [],
    )
  })

  it('repeat by no alias what it stands in', () => {
    const said = '*all stands inside what it repeats'
    assert.deepEqual(problemsWith('needs.yaml', '- {', '- &all\n  - *all\n- {'), [`needs.yaml:2 ${said}`])
    assert.deepEqual(problemsWith('policy.yaml', 'provenance: assumed', 'provenance: &all { a: [*all] }'), [
      `policy.yaml:12 ${said}`,
    ])
    assert.deepEqual(problemsWith('sources.yaml', 'S1: a source', 'S1: &all { a: { b: *all } }'), [`sources.yaml:1 ${said}`])
  })

  it('do not grow by aliases without end', () => {
    const nine = (name: string) => `[${Array<string>(9).fill(name).join(', ')}]`
    const laughs = ['b', 'c', 'd', 'e'].map((name, place) => `- &${name} ${nine(`*${'abcd'[place] ?? ''}`)}\n`).join('')
    assert.deepEqual(problemsWith('needs.yaml', '- {', `- &a ${nine('ha')}\n${laughs}- {`), [
      'needs.yaml:2 aliases such as this one repeat too much; write it out instead',
    ])
  })

  it('are not YAML of an older kind that cannot be made out', () => {
    assert.deepEqual(problemsWith('needs.yaml', '- {', '%YAML 1.1\n---\n- { <<: 3 }\n- {'), [
      'needs.yaml:1 this is not YAML as we can read it: Merge sources must be maps or map aliases',
    ])
  })
})

/** What is wrong with the small folder once something was done to it. */
function problemsAfter(change: (folder: string) => void): string[] {
  return withFolder(smallFolder, folder => {
    change(folder)
    return told(readCityFolder(folder))
  })
}

function saved(file: string, encoding: BufferEncoding, before = '') {
  return (folder: string) => writeFileSync(path.join(folder, file), Buffer.from(before + (smallFolder[file] ?? ''), encoding))
}

function beFolder(folder: string, file: string) {
  rmSync(path.join(folder, file), { force: true })
  mkdirSync(path.join(folder, file))
}
