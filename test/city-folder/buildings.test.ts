import assert from 'node:assert/strict'
import { problemsWith, smallFolder } from '../support/city-folder.ts'

describe('Buildings, desks and rosters of a city folder', () => {
  it('give each office one building', () => {
    assert.deepEqual(problemsWith('zones.yaml', 'inside: CA, kind: waiting', 'kind: building'), [
      'offices.yaml:1 office CA: this office has 2 buildings in zones.yaml; it needs exactly one',
    ])
  })

  it('put every zone inside another', () => {
    assert.deepEqual(problemsWith('zones.yaml', 'inside: CA, kind: hall', 'kind: hall'), [
      'zones.yaml:2 zone HALL: inside is missing: only a building stands by itself',
    ])
  })

  it('put no zone inside itself', () => {
    assert.deepEqual(problemsWith('zones.yaml', 'inside: CA, kind: waiting', 'inside: WAIT, kind: waiting'), [
      'zones.yaml:3 zone WAIT: this zone would be inside itself',
    ])
  })

  it('put a waiting zone beside its hall, not inside', () => {
    assert.deepEqual(problemsWith('zones.yaml', 'inside: CA, kind: waiting', 'inside: HALL, kind: waiting, waits-in: HALL'), [
      'zones.yaml:3 zone WAIT: those who wait in zone HALL would be counted in zone WAIT too; put the two beside each other',
    ])
  })

  it('use each name once', () => {
    assert.deepEqual(problemsWith('zones.yaml', 'id: WAIT', 'id: HALL'), ['zones.yaml:3 zone HALL: the id HALL is used before'])
  })

  it('have no ticket letter that looks like a digit', () => {
    assert.deepEqual(problemsWith('desks.yaml', 'letter: A', 'letter: O'), [
      'desks.yaml:6 desk group G: letter must be one capital letter, but not I or O, which look like digits, not "O"',
    ])
  })

  it('have no desk twice in a group', () => {
    assert.deepEqual(problemsWith('desks.yaml', 'desks: [1, 2]\n', 'desks: [1, 2, 2]\n'), [
      'desks.yaml:8 desk group G: desk 2 stands twice',
    ])
  })

  it('have no two desks of one id in a group', () => {
    assert.deepEqual(problemsWith('desks.yaml', 'desks: [1, 2]\n', 'desks: [1, 2, 3 a, 3-a]\n'), [
      'desks.yaml:8 desk group G: desk 3-a would have the id G-3-a, which is that of desk 3 a of group G on line 8; give one of them another label',
    ])
  })

  it('have no two desks of one id in two groups', () => {
    const desks = smallFolder['desks.yaml'] ?? ''
    const [first, second] = [
      desks.replace('[1, 2]\n', '[1, 2, 1-1]\n'),
      desks.replace('id: G', 'id: G-1').replace('letter: A', 'letter: B'),
    ]
    assert.deepEqual(problemsWith('desks.yaml', desks, first + second), [
      'desks.yaml:19 desk group G-1: desk 1 would have the id G-1-1, which is that of desk 1-1 of group G on line 8; give one of them another label',
    ])
  })

  it('have no two drop-boxes of one lasting name', () => {
    const from = '- { address: Rynek 1, office: CA, from: 2020-03-16,'
    const dated = '- { address: Rynek 1 from 2020-03-16, provenance: verified }'
    assert.deepEqual(problemsWith('drop-boxes.yaml', from, `${dated}\n${from}`), [
      'drop-boxes.yaml:2 drop-box Rynek 1: this box stands twice',
    ])
  })

  it('staff nobody outside the hours of the office', () => {
    assert.deepEqual(
      problemsWith('desks.yaml', 'weekdays: mon-fri, for: all', 'weekdays: mon-fri, hours: 7:40-12:00, for: all'),
      [
        'desks.yaml:10 desk group G: desks would be staffed 7:40-12:00, but on mon from 2020-01-01 on office CA is open 8:00-13:00',
      ],
    )
  })

  it('staff no desk twice at once', () => {
    assert.deepEqual(
      problemsWith(
        'desks.yaml',
        'weekdays: mon-fri, for: all }',
        'weekdays: mon-fri, for: all }\n    - { desks: [2], weekdays: [wed], for: [kiosk] }',
      ),
      ['desks.yaml:11 desk group G: desk 2 is staffed twice at the same time'],
    )
  })

  it('keep places for channels that exist', () => {
    assert.deepEqual(problemsWith('desks.yaml', 'for: all', 'for: [fax]'), [
      'desks.yaml:10 desk group G: roster 1/for must be all, or a list of web, phone, walk-in, kiosk',
    ])
  })
})
