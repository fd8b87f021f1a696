import assert from 'node:assert/strict'
import { problemsWith } from '../support/city-folder.ts'

describe('References of a city folder', () => {
  it('name services that exist', () => {
    assert.deepEqual(
      problemsWith(
        'offices.yaml',
        '      provenance: verified\n    - from: 2020-06',
        '      services-only: [sc-death]\n      provenance: verified\n    - from: 2020-06',
      ),
      ['offices.yaml:12 office CA: there is no service sc-death'],
    )
  })

  it('name zones that exist', () => {
    assert.deepEqual(problemsWith('desks.yaml', 'zone: HALL', 'zone: HAL'), ['desks.yaml:3 desk group G: there is no zone HAL'])
  })

  it('name offices that exist', () => {
    assert.deepEqual(problemsWith('drop-boxes.yaml', 'office: CA', 'office: CB'), [
      'drop-boxes.yaml:1 drop-box Rynek 1: there is no office CB',
    ])
  })

  it('name departments that exist', () => {
    assert.deepEqual(problemsWith('services/registry.yaml', 'department: SC', 'department: SX'), [
      'services/registry.yaml:5 service sc-copy: there is no department SX',
    ])
  })

  it('name desk groups that exist', () => {
    assert.deepEqual(problemsWith('services/registry.yaml', 'desk-groups: [G]', 'desk-groups: [G, H]'), [
      'services/registry.yaml:7 service sc-copy: there is no desk group H',
    ])
  })

  it('name documents that exist', () => {
    assert.deepEqual(problemsWith('services/registry.yaml', 'documents: [id]', 'documents: [passport]'), [
      'services/registry.yaml:8 service sc-copy: there is no document passport',
    ])
  })

  it('name online systems that exist', () => {
    assert.deepEqual(problemsWith('services/registry.yaml', 'system: epuap', 'system: epuap2'), [
      'services/registry.yaml:10 service sc-copy: there is no online system epuap2',
    ])
  })

  it('name desks of the group', () => {
    assert.deepEqual(problemsWith('desks.yaml', 'desks: [1, 2], weekdays', 'desks: [1, 3], weekdays'), [
      'desks.yaml:10 desk group G: there is no desk 3',
    ])
  })

  it('of rules name services that exist', () => {
    const perDesk = 'kind: per-desk\n  where: { zone-kinds: [hall] }\n  persons-per-desk: 1\n  basis: staffed'
    assert.deepEqual(problemsWith('rules.yaml', perDesk, 'kind: closed\n  except-services: [sc-death]'), [
      'rules.yaml:3 rule r-desk: there is no service sc-death',
    ])
  })

  it('of rules name offices that exist', () => {
    assert.deepEqual(problemsWith('rules.yaml', 'zone-kinds: [hall]', 'zone-kinds: [hall], offices: [CA, CB]'), [
      'rules.yaml:3 rule r-desk: there is no office CB',
    ])
  })
})
