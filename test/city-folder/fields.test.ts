import assert from 'node:assert/strict'
import { problemsWith } from '../support/city-folder.ts'

describe('Fields of a city folder', () => {
  it('are refused where their name is unknown', () => {
    assert.deepEqual(problemsWith('zones.yaml', 'floor: 0, area-m2: 100', 'floor: 0, colour: red, area-m2: 100'), [
      'zones.yaml:2 zone HALL: there is no field "colour" here',
    ])
  })

  it('are missed where they must stand', () => {
    assert.deepEqual(problemsWith('services/registry.yaml', '  minutes: 15\n', ''), [
      'services/registry.yaml:1 service sc-copy: minutes is missing',
    ])
  })

  it('have a text in every language', () => {
    assert.deepEqual(
      problemsWith(
        'organisation.yaml',
        'name: { pl: Nazwa, en: Name, uk: Назва }\naddress',
        'name: { pl: Nazwa, en: Name }\naddress',
      ),
      ['organisation.yaml:2 organisation: name has no text in Ukrainian (uk)'],
    )
  })

  it('are of their kind', () => {
    assert.deepEqual(problemsWith('zones.yaml', 'area-m2: 100', 'area-m2: big'), [
      'zones.yaml:2 zone HALL: area-m2 must be a number, not "big"',
    ])
  })

  it('take one of the words they know', () => {
    assert.deepEqual(problemsWith('zones.yaml', 'kind: hall', 'kind: hal'), [
      'zones.yaml:2 zone HALL: kind must be building or lobby or waiting or hall or room or filing or ceremony, not "hal"',
    ])
  })

  it('name time zones that exist', () => {
    assert.deepEqual(problemsWith('organisation.yaml', 'time-zone: Europe/Warsaw', 'time-zone: Europe/Cracow'), [
      'organisation.yaml:7 organisation: time-zone must be the name of a time zone such as Europe/Warsaw, not "Europe/Cracow"',
    ])
  })

  it('name days that exist', () => {
    assert.deepEqual(problemsWith('offices.yaml', 'to: 2020-05-31', 'to: 2020-02-30'), [
      'offices.yaml:10 office CA: opening 1/to must be a day that exists, written 2020-05-11, not "2020-02-30"',
    ])
  })

  it('measure minutes in steps of 5', () => {
    assert.deepEqual(problemsWith('services/registry.yaml', 'minutes: 15', 'minutes: 12'), [
      'services/registry.yaml:6 service sc-copy: minutes must be a multiple of 5 minutes, not "12"',
    ])
  })

  const absurd: readonly (readonly [file: string, piece: string, instead: string, said: string])[] = [
    [
      'policy.yaml',
      'horizon-days: 14',
      'horizon-days: 100000000',
      '1 policy: horizon-days must not be more than 366, not "100000000"',
    ],
    ['policy.yaml', 'web: 60', 'web: 99999', '2 policy: lead-minutes/web must not be more than 43200, not "99999"'],
    ['policy.yaml', 'hold-minutes: 10', 'hold-minutes: 1441', '4 policy: hold-minutes must not be more than 1440, not "1441"'],
    ['policy.yaml', 'open: 2', 'open: 1001', '6 policy: per-contact/open must not be more than 1000, not "1001"'],
    ['policy.yaml', 'largest-party: 6', 'largest-party: 101', '7 policy: largest-party must not be more than 100, not "101"'],
    ['policy.yaml', '[48, 3]', '[9999, 3]', '9 policy: reminder-hours-before 1 must not be more than 8784, not "9999"'],
    [
      'policy.yaml',
      'retention-days: 14',
      'retention-days: 3661',
      '10 policy: retention-days must not be more than 3660, not "3661"',
    ],
    ['offices.yaml', 'number: 1', 'number: 99999999999', '2 office CA: number must not be more than 9999, not "99999999999"'],
    ['services/registry.yaml', 'number: 1', 'number: 10000', '2 service sc-copy: number must not be more than 9999, not "10000"'],
    [
      'services/registry.yaml',
      'minutes: 15',
      'minutes: 1445',
      '6 service sc-copy: minutes must not be more than 1440, not "1445"',
    ],
    [
      'services/registry.yaml',
      'pln: 22',
      'pln: 22000000',
      '15 service sc-copy: fee/pln must not be more than 1000000, not "22000000"',
    ],
    ['rules.yaml', '\n  minutes: 5', '\n  minutes: 100000', '19 rule r-buffer: minutes must not be more than 1440, not "100000"'],
    [
      'rules.yaml',
      'persons-per-desk: 1',
      'persons-per-desk: 1001',
      '4 rule r-desk: persons-per-desk must not be more than 1000, not "1001"',
    ],
    ['zones.yaml', 'area-m2: 20', 'area-m2: 1000001', '3 zone WAIT: area-m2 must not be more than 1000000, not "1000001"'],
    [
      'zones.yaml',
      'area-m2: 20',
      'fire-capacity: 100001',
      '3 zone WAIT: fire-capacity must not be more than 100000, not "100001"',
    ],
    ['needs.yaml', 'days: 0', 'days: 367', '1 need slow: notice-working-days must not be more than 366, not "367"'],
  ]
  for (const [file, piece, instead, said] of absurd) {
    it(`have no number that can only be a slip: ${instead.trim()}`, () => {
      assert.deepEqual(problemsWith(file, piece, instead), [`${file}:${said}`])
    })
  }

  it('tell times of day in hours and minutes', () => {
    assert.deepEqual(problemsWith('policy.yaml', 'at: 7:00', 'at: 7'), [
      'policy.yaml:3 policy: release/at must be a time such as 7:40, not "7"',
    ])
  })

  it('cannot be assumed where they are not', () => {
    assert.deepEqual(problemsWith('organisation.yaml', 'sources: [S1]', 'sources: [S1]\nassumed: [fax]'), [
      'organisation.yaml:19 "fax" is said to be assumed, but there is no such field in this record',
    ])
  })

  it('name sources that are listed', () => {
    assert.deepEqual(problemsWith('organisation.yaml', 'sources: [S1]', 'sources: [S9]'), [
      'organisation.yaml:18 source S9 is not in sources.yaml',
    ])
  })

  it('stand once', () => {
    assert.deepEqual(problemsWith('needs.yaml', 'id: slow', 'id: slow, id: slow'), [
      'needs.yaml:1 this field stands twice in one record',
    ])
  })

  it('are indented with spaces', () => {
    assert.deepEqual(problemsWith('needs.yaml', '- {', '\t- {'), ['needs.yaml:1 indent with spaces, not with tabs'])
    assert.deepEqual(problemsWith('offices.yaml', '  number: 1', '\tnumber: 1'), [
      'offices.yaml:2 indent with spaces, not with tabs',
    ])
    assert.deepEqual(problemsWith('rules.yaml', '  basis: staffed', '\tbasis: staffed'), [
      'rules.yaml:5 indent with spaces, not with tabs',
    ])
    assert.deepEqual(problemsWith('services/registry.yaml', '    post: true', '  \tpost: true'), [
      'services/registry.yaml:12 indent with spaces, not with tabs',
    ])
  })

  it('stand in lists of records', () => {
    assert.deepEqual(problemsWith('needs.yaml', '- {', 'a: {'), [
      'needs.yaml:1 this file must be a list of records, each beginning with a dash',
    ])
  })
})
