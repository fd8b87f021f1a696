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
