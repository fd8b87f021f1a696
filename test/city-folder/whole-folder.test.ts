import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readCityFolder } from '../../src/city-folder/read-city-folder.ts'
import { smallFolder, withFolder } from '../support/city-folder.ts'

describe('A city folder', () => {
  it('is read where nothing is wrong with it', () => {
    const reading = withFolder(smallFolder, readCityFolder)
    assert.ok('city' in reading)
    assert.deepEqual(
      reading.city.desks.map(desk => desk.id),
      ['G-1', 'G-2'],
    )
    assert.equal(reading.city.zones[1]?.publicAreaM2, 100)
    assert.equal(reading.city.offices[0]?.timeZone, 'Europe/Warsaw')
    assert.deepEqual(reading.city.services[0]?.ways.online, { extent: 'full', systemId: 'epuap' })
  })

  it('is told all its problems at once, in the order of files and lines', () => {
    const files = {
      ...smallFolder,
      'zones.yaml': (smallFolder['zones.yaml'] ?? '').replace('floor: 0, area-m2: 20', 'floor: cellar, area-m2: 20'),
      'offices.yaml': (smallFolder['offices.yaml'] ?? '').replace('8:00-13:00', '8-13').replace('city: Tiny', 'town: Tiny'),
      'services/registry.yaml': (smallFolder['services/registry.yaml'] ?? '').replace('department: SC', 'department: SX'),
    }
    assert.deepEqual(placesOf(files), [
      'offices.yaml:1',
      'offices.yaml:6',
      'offices.yaml:11',
      'zones.yaml:3',
      'services/registry.yaml:5',
    ])
  })

  it('does not blame others for a file that cannot be read', () => {
    assert.deepEqual(placesOf({ ...smallFolder, 'zones.yaml': '- { id: CA' }), ['zones.yaml:1'])
  })

  it('must have every file', () => {
    const { 'needs.yaml': _needs, ...files } = smallFolder
    const reading = withFolder(files, readCityFolder)
    assert.deepEqual('problems' in reading && reading.problems, [
      { file: 'needs.yaml', line: 1, message: 'this file is missing' },
    ])
  })

  it('must have no file that nobody would read', () => {
    assert.deepEqual(placesOf({ ...smallFolder, 'zone.yaml': '', 'services/cars.yaml': '' }), [
      'zone.yaml:1',
      'services/cars.yaml:1',
    ])
  })

  it('must have an office: an empty list would retire them all', () => {
    assert.ok(placesOf({ ...smallFolder, 'offices.yaml': '' }).includes('offices.yaml:1'))
  })

  it('must be there', () => {
    const reading = readCityFolder('no/such/folder')
    assert.deepEqual('problems' in reading && reading.problems.map(({ message }) => message), ['there is no such folder'])
  })

  it('is never answered by a crash, whatever is typed into it', () => {
    const names = Object.keys(smallFolder)
    fc.assert(
      fc.property(fc.nat(names.length - 1), fc.nat(1500), fc.nat(40), fc.string({ maxLength: 12 }), (file, at, length, typed) => {
        const name = names[file] ?? ''
        const text = smallFolder[name] ?? ''
        withFolder(
          { ...smallFolder, [name]: text.slice(0, at % text.length) + typed + text.slice((at % text.length) + length) },
          readCityFolder,
        )
      }),
      { numRuns: 200 },
    )
  })
})

function placesOf(files: Readonly<Record<string, string>>): string[] {
  const reading = withFolder(files, readCityFolder)
  return 'problems' in reading ? reading.problems.map(({ file, line }) => `${file}:${line}`) : []
}
