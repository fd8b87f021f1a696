import assert from 'node:assert/strict'
import { problemsWith } from '../support/city-folder.ts'

describe('Rules of a city folder', () => {
  it('are of a kind that is known', () => {
    assert.deepEqual(problemsWith('rules.yaml', 'kind: per-desk', 'kind: per-table'), [
      'rules.yaml:2 rule r-desk: kind must be one of closed, absolute-cap, per-desk, area-per-person, area-switch, area-bands, fraction-of-capacity, distance, lesser-of, greater-of, turnover, ventilation, dwell-cap, protected-hours, entry-window, staggered-arrivals, appointment-only, purpose, hours, conduct',
    ])
  })

  it('say whom they count', () => {
    assert.deepEqual(problemsWith('rules.yaml', '  counting: { staff: false, exempt: [child] }\n', ''), [
      'rules.yaml:1 rule r-desk: counting is missing',
    ])
  })

  it('exempt companions that are known', () => {
    assert.deepEqual(problemsWith('rules.yaml', 'exempt: [child]', 'exempt: [dog]'), [
      'rules.yaml:6 rule r-desk: counting/exempt 1 must be one of child, carer, interpreter, disability, household, vaccinated, other-by-law, or { kind: child, at-most: 2 }, not "dog"',
    ])
  })

  it('exempt each kind of companions once', () => {
    assert.deepEqual(problemsWith('rules.yaml', 'exempt: [child]', 'exempt: [child, carer, { kind: child, at-most: 1 }]'), [
      'rules.yaml:6 rule r-desk: counting/exempt must name child only once',
    ])
  })

  it('allow no number of persons that can only be a slip', () => {
    const slips = {
      'kind: absolute-cap\n  persons: 9007199254740991':
        '4 rule r-desk: persons must not be more than 100000, not "9007199254740991"',
      'kind: distance\n  metres: 0.0001\n  usable-fraction: 1\n  grid: hex':
        '4 rule r-desk: metres must not be less than 0.1, not "0.0001"',
      'kind: area-per-person\n  basis: public\n  m2-per-person: 1e-300':
        '5 rule r-desk: m2-per-person must not be less than 0.1, not "1e-300"',
      'kind: staggered-arrivals\n  per-minutes: 5\n  at-most: 9007199254740991':
        '5 rule r-desk: at-most must not be more than 100000, not "9007199254740991"',
    }
    for (const [fields, said] of Object.entries(slips)) assert.ok(headCount(fields).includes(`rules.yaml:${said}`), fields)
  })

  it('let services in only where they stand by themselves', () => {
    const refused = 'except-services may not stand inside another rule: write a closed rule of its own'
    assert.deepEqual(
      headCount('kind: lesser-of\n  rules: [{ kind: absolute-cap, persons: 5 }, { kind: closed, except-services: [sc-copy] }]'),
      [`rules.yaml:4 rule r-desk: rules 2/${refused}`],
    )
    const [below, above] = ['{ kind: closed, except-services: [sc-copy] }', '{ kind: no-limit }']
    assert.deepEqual(headCount(`kind: area-switch\n  threshold-m2: 100\n  below: ${below}\n  above: ${above}`), [
      `rules.yaml:5 rule r-desk: below/${refused}`,
    ])
    assert.deepEqual(headCount(`kind: area-switch\n  threshold-m2: 100\n  below: { kind: closed }\n  above: ${below}`), [
      `rules.yaml:6 rule r-desk: above/${refused}`,
    ])
    assert.deepEqual(headCount(`kind: area-switch\n  threshold-m2: 100\n  below: { kind: closed }\n  above: ${above}`), [])
    assert.deepEqual(headCount('kind: closed\n  except-services: [sc-copy]'), [])
  })

  it('have bands of areas that rise, the last perhaps without an end', () => {
    const bands = (...written: readonly string[]) =>
      headCount(`kind: area-bands\n  basis: public\n  bands: [${written.join(', ')}]`)
    assert.deepEqual(bands('{ m2-per-person: 10 }', '{ m2-per-person: 20 }'), [
      'rules.yaml:5 rule r-desk: bands 1/up-to-m2 must be said: only the last band may go on without an end',
    ])
    assert.deepEqual(bands('{ up-to-m2: 800, m2-per-person: 10 }', '{ up-to-m2: 100, m2-per-person: 20 }'), [
      'rules.yaml:5 rule r-desk: bands 2/up-to-m2 must be more than 800, where the band before ends, not "100"',
    ])
    assert.deepEqual(bands('{ up-to-m2: 800, m2-per-person: 10 }', '{ m2-per-person: 20 }'), [])
  })

  it('are refused where a capacity is unknown, which never means no limit', () => {
    assert.deepEqual(
      problemsWith(
        'rules.yaml',
        'kind: per-desk\n  where: { zone-kinds: [hall] }\n  persons-per-desk: 1\n  basis: staffed',
        'kind: fraction-of-capacity\n  where: { zone-kinds: [hall] }\n  fraction: 0.5\n  base: fire',
      ),
      ['rules.yaml:2 rule r-desk: zone HALL has no fire-capacity, so its limit cannot be computed; that never means no limit'],
    )
  })

  it('are refused where they reach no zone', () => {
    assert.deepEqual(problemsWith('rules.yaml', 'zone-kinds: [hall]', 'zone-kinds: [lobby]'), [
      'rules.yaml:3 rule r-desk: no zone is reached by this rule',
    ])
  })

  it('are refused where the gap between visits makes one person per desk unusable', () => {
    assert.deepEqual(problemsWith('rules.yaml', 'kind: turnover\n  minutes: 5', 'kind: turnover\n  minutes: 0'), [
      'rules.yaml:2 rule r-desk: from 2020-05-01 it can never be used in full in zone HALL: people are there 5 minutes early and 0 minutes after their visit, but only 0 minutes lie between two visits, so two parties share a place made for one for 5 + 0 - 0 = 5 minutes; lengthen the turnover, shorten the entry window, or name a waiting zone',
    ])
  })

  it('are refused where leaving takes longer than the gap', () => {
    assert.deepEqual(problemsWith('policy.yaml', 'leaving-minutes: 0', 'leaving-minutes: 5'), [
      'rules.yaml:2 rule r-desk: from 2020-05-01 it can never be used in full in zone HALL: people are there 5 minutes early and 5 minutes after their visit, but only 5 minutes lie between two visits, so two parties share a place made for one for 5 + 5 - 5 = 5 minutes; lengthen the turnover, shorten the entry window, or name a waiting zone',
    ])
  })
})

/** What is wrong with the small folder if its rule for the hall counts heads so. */
function headCount(fields: string): string[] {
  return problemsWith(
    'rules.yaml',
    'kind: per-desk\n  where: { zone-kinds: [hall] }\n  persons-per-desk: 1\n  basis: staffed',
    `where: { zone-kinds: [hall] }\n  ${fields}`,
  )
}
