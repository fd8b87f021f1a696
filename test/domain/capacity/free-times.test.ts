import assert from 'node:assert/strict'
import { opensAt } from '../../../src/domain/booking/release.ts'
import { freeTimes } from '../../../src/domain/capacity/free-times.ts'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { visitOf } from '../../../src/domain/capacity/visit.ts'
import {
  aBooking,
  aBuilding,
  aCity,
  aDesk,
  aDeskGroup,
  aHall,
  aNeed,
  aParty,
  aPolicy,
  aRequest,
  aRule,
  aService,
  at,
} from '../../support/builders.ts'
import type { Booking, VisitRequest } from '../../../src/domain/booking/booking.ts'
import type { FreeTimes } from '../../../src/domain/capacity/free-times.ts'
import type { City, RosterEntry } from '../../../src/domain/city.ts'

const monday = '2020-05-11'
const span = (from: string, to: string) => ({ from: at(from), to: at(to) })

interface Situation {
  readonly city?: Partial<City>
  readonly asked?: Partial<VisitRequest>
  readonly bookings?: readonly Booking[]
  readonly date?: string
  readonly now?: readonly [date: string, time: string]
}

/** What the tiny city offers on Monday, asked on the Sunday before, from 8 to 9 unless the city says otherwise. */
function offered({
  city: changes = {},
  asked = {},
  bookings = [],
  date = monday,
  now = ['2020-05-10', '10:00'],
}: Situation): FreeTimes {
  const city = aCity({ specialDays: [{ date: monday, hours: [span('8:00', '9:00')] }], ...changes })
  const plan = planOfDay(city, 'CA', date, [])
  return freeTimes({ plan, page: 1, bookings }, visitOf(city, aRequest(asked)), { date: now[0], minute: at(now[1]) })
}
const startsOf = (free: FreeTimes) => free.times.map(({ start }) => start)
const reasonOf = (situation: Situation) => offered(situation).refusal?.reason
const staffed = (entry: Partial<RosterEntry>) => [aDesk({ roster: [{ weekdays: ['mon'], channels: ['web'], ...entry }] })]

describe('the times of a day', () => {
  it('lie on the slot grid from opening on, with the places left in each', () => {
    assert.deepEqual(offered({}), {
      times: [800, 820, 840].map(time => ({ start: at(`8:${String(time % 100).padStart(2, '0')}`), places: 2 })),
    })
  })

  it('leave out what is booked, and the gap after it', () => {
    const one = offered({ bookings: [aBooking({ start: at('8:20'), deskUntil: at('8:45') })] })
    assert.deepEqual(
      one.times.map(({ places }) => places),
      [2, 1, 1],
    )
  })

  it('end early enough for the visit and the turnover to fit the shift', () => {
    const rules = [aRule({ kind: 'turnover', minutes: 5 })]
    assert.deepEqual(startsOf(offered({ city: { rules } })), [at('8:00'), at('8:20')])
  })

  it('count places over desks in different halls by the building that is around them', () => {
    const city = {
      zones: [aBuilding(), aHall(), aHall({ id: 'hall-2' })],
      desks: [
        aDesk(),
        aDesk({ id: 'desk-2' }),
        aDesk({ id: 'desk-3', zoneId: 'hall-2' }),
        aDesk({ id: 'desk-4', zoneId: 'hall-2' }),
      ],
      rules: [
        aRule({ kind: 'absolute-cap', persons: 3 }),
        aRule({ kind: 'absolute-cap', persons: 1 }, { id: 'hall', scope: { zones: ['hall'] } }),
      ],
    }
    assert.equal(offered({ city }).times[0]?.places, 3)
    assert.equal(offered({ city, asked: { party: aParty(2) } }).times[0]?.places, 1)
  })

  it('are counted in the order in which desks are given, where ways to them cross', () => {
    // The hall shares its waiting area with the other hall and its own space with the room in it: one party each.
    const one = (zoneId: string) => aRule({ kind: 'absolute-cap', persons: 1 }, { id: zoneId, scope: { zones: [zoneId] } })
    const briefly = { weekdays: ['mon'] as const, span: span('8:00', '8:20'), channels: ['web'] as const }
    const city = {
      zones: [
        ...[aBuilding(), aHall({ waitingZoneId: 'waiting' }), aHall({ id: 'hall-2', waitingZoneId: 'waiting' })],
        ...[aHall({ id: 'room', parentId: 'hall', waitingZoneId: 'lobby' }), aHall({ id: 'waiting' }), aHall({ id: 'lobby' })],
      ],
      desks: [
        aDesk({ id: 'a' }),
        aDesk({ id: 'b', zoneId: 'hall-2', roster: [briefly] }),
        aDesk({ id: 'c', zoneId: 'room', roster: [briefly] }),
      ],
      rules: [...[one('waiting'), one('hall')], aRule({ kind: 'entry-window', earliestBeforeMinutes: 5, latestAfterMinutes: 5 })],
    }
    assert.deepEqual(offered({ city }).times[0], { start: at('8:00'), places: 2 })
  })

  it('leave out a hall that is full of children by the fire regulations, though they count for nothing', () => {
    const counting = { staff: false, exempt: [{ kind: 'child' as const }] }
    const city = {
      zones: [aBuilding(), aHall({ fireCapacity: 5 })],
      rules: [aRule({ kind: 'absolute-cap', persons: 9 }, { counting, scope: { parts: true } })],
    }
    const family = [{ zoneId: 'hall', ...span('8:00', '8:20'), counted: 1, bodies: 4 }]
    const free = offered({
      city,
      asked: { party: aParty(2, { child: 1 }) },
      bookings: [aBooking({ start: at('8:00'), presence: family })],
    })
    assert.deepEqual(free.times, [
      { start: at('8:20'), places: 2 },
      { start: at('8:40'), places: 2 },
    ])
  })

  it('may begin at midnight, though nobody comes the evening before', () => {
    const rules = [
      aRule({ kind: 'entry-window', earliestBeforeMinutes: 5, latestAfterMinutes: 5 }),
      aRule({ kind: 'staggered-arrivals', atMost: 1, perMinutes: 20 }),
    ]
    const specialDays = [{ date: monday, hours: [span('0:00', '0:20')] }]
    assert.deepEqual(offered({ city: { rules, specialDays } }).times, [{ start: 0, places: 1 }])
  })

  it('are each hour’s own where two groups of desks keep different grids', () => {
    const city = {
      deskGroups: [aDeskGroup({ slotEveryMinutes: 30 }), aDeskGroup({ id: 'other', slotEveryMinutes: 20 })],
      desks: [aDesk(), aDesk({ id: 'desk-2', deskGroupId: 'other' })],
      services: [aService({ deskGroupIds: ['counter', 'other'] })],
    }
    assert.deepEqual(startsOf(offered({ city })), [at('8:00'), at('8:20'), at('8:30'), at('8:40')])
  })

  it('leave out starts while the hall is aired', () => {
    const rules = [
      aRule({ kind: 'ventilation', everyMinutes: 20, forMinutes: 5, zoneMustBeEmpty: false }, { scope: { zoneKinds: ['hall'] } }),
    ]
    assert.deepEqual(startsOf(offered({ city: { rules } })), [at('8:00')])
  })

  it('leave out early entry into a hall that another party has not left', () => {
    const rules = [
      aRule({ kind: 'entry-window', earliestBeforeMinutes: 5, latestAfterMinutes: 10 }),
      aRule({ kind: 'absolute-cap', persons: 1 }, { scope: { zones: ['hall'] } }),
    ]
    const before = aBooking({ start: at('8:00'), presence: [{ zoneId: 'hall', ...span('7:55', '8:20'), counted: 1, bodies: 1 }] })
    assert.deepEqual(startsOf(offered({ city: { rules }, bookings: [before] })), [at('8:40')])
  })

  it('stop where the entrance has taken its arrivals', () => {
    const within = (perMinutes: number) =>
      offered({
        city: { rules: [aRule({ kind: 'staggered-arrivals', atMost: 1, perMinutes })] },
        bookings: [aBooking({ start: at('8:20') })],
      })
    assert.deepEqual(within(20).times, [
      { start: at('8:00'), places: 1 },
      { start: at('8:40'), places: 1 },
    ])
    assert.deepEqual([within(25).times, within(25).refusal], [[], { reason: 'arrivals-full' }])
  })

  it('count an arrival when people come, not when they are served', () => {
    const rules = [
      aRule({ kind: 'entry-window', earliestBeforeMinutes: 5, latestAfterMinutes: 5 }),
      aRule({ kind: 'staggered-arrivals', atMost: 1, perMinutes: 20 }),
    ]
    const early = [{ zoneId: 'hall', ...span('8:15', '8:40'), counted: 1, bodies: 1 }]
    const free = offered({ city: { rules }, bookings: [aBooking({ start: at('8:20'), presence: early })] })
    assert.deepEqual(startsOf(free), [at('8:00'), at('8:40')])
  })

  it('are none where people would wait in a zone that is closed to them', () => {
    const zones = [aBuilding(), aHall({ id: 'lobby' }), aHall({ waitingZoneId: 'lobby' })]
    const closed = (exceptServices: string[]) => [aRule({ kind: 'closed', exceptServices }, { scope: { zones: ['lobby'] } })]
    assert.equal(reasonOf({ city: { zones, rules: closed(['other']) } }), 'closed')
    assert.equal(reasonOf({ city: { zones, rules: closed(['id-card']) } }), undefined)
  })

  it('need a desk even for those who count for nothing', () => {
    const counting = { staff: false, exempt: [{ kind: 'disability' as const }] }
    const rules = [aRule({ kind: 'absolute-cap', persons: 0 }, { counting })]
    assert.deepEqual(offered({ city: { rules }, asked: { party: aParty(1, { disability: 1 }) } }).times[0]?.places, 2)
    assert.equal(reasonOf({ city: { rules } }), 'zone-full')
  })

  it('are as long as the needs make them, and on the ground floor if need be', () => {
    const city = {
      needs: [aNeed({ id: 'slow', extraMinutes: 15 }), aNeed({ id: 'ground', groundFloorOnly: true })],
      zones: [aBuilding(), aHall(), aHall({ id: 'upstairs', floor: 1 })],
      desks: [aDesk(), aDesk({ id: 'desk-2', zoneId: 'upstairs' })],
    }
    assert.deepEqual(
      offered({ city, asked: { needs: ['slow'] } }).times.map(({ places }) => places),
      [2, 2],
    )
    assert.deepEqual(
      offered({ city, asked: { needs: ['ground'] } }).times.map(({ places }) => places),
      [1, 1, 1],
    )
  })
})

describe('places kept for a channel', () => {
  const city = { desks: staffed({ channels: ['phone'], opensToAllHoursBefore: 2 }) }

  it('are open to it at once', () => assert.equal(offered({ city, asked: { channel: 'phone' } }).times.length, 3))

  it('open to all so many hours before their start, each at its own time', () => {
    assert.equal(reasonOf({ city }), 'channel-full')
    assert.deepEqual(startsOf(offered({ city, now: [monday, '6:19'] })), [at('8:00')])
    assert.deepEqual(startsOf(offered({ city, now: [monday, '6:20'] })), [at('8:00'), at('8:20')])
  })

  it('are not run into by a visit that begins before them, unless they have opened to it there', () => {
    const morning: RosterEntry = { weekdays: ['mon'], span: span('8:00', '8:30'), channels: ['web'] }
    const later: RosterEntry = { weekdays: ['mon'], span: span('8:30', '9:00'), channels: ['phone'] }
    const desks = (opening: Partial<RosterEntry> = {}) => ({ desks: [aDesk({ roster: [morning, { ...later, ...opening }] })] })
    const opensBefore = desks({ opensToAllHoursBefore: 2 })
    assert.deepEqual(startsOf(offered({ city: desks() })), [at('8:00')])
    assert.deepEqual(startsOf(offered({ city: opensBefore, now: [monday, '6:29'] })), [at('8:00')])
    assert.deepEqual(startsOf(offered({ city: opensBefore, now: [monday, '6:30'] })), [at('8:00'), at('8:20')])
  })

  it('never open where the shift does not say so', () => {
    assert.equal(reasonOf({ city: { desks: staffed({ channels: ['walk-in'] }) }, now: [monday, '7:59'] }), 'channel-full')
  })
})

describe('hours kept for a group', () => {
  const kept = (group: 'senior' | 'pregnant', from = at('8:00')) =>
    aRule({ kind: 'protected-hours', weekdays: ['mon'], from, to: at('8:40'), group, opensToAllHoursBefore: 1 }, { id: group })

  it('are free to it, and to others when they open', () => {
    const city = { rules: [kept('senior')] }
    assert.deepEqual(startsOf(offered({ city })), [at('8:40')])
    assert.deepEqual(startsOf(offered({ city: { rules: [kept('senior', at('8:35'))] } })), [at('8:00'), at('8:40')])
    assert.equal(offered({ city, asked: { groups: ['senior'] } }).times.length, 3)
    assert.equal(offered({ city, now: [monday, '7:20'] }).times.length, 3)
  })

  it('are free to either of two groups', () => {
    const city = { rules: [kept('senior'), kept('pregnant')] }
    assert.equal(offered({ city, asked: { groups: ['pregnant'] } }).times.length, 3)
  })
})

describe('a new date', () => {
  const policy = aPolicy({ horizonDays: 14, release: { at: at('7:00'), spreadMinutes: 60 } })
  const on = (date: string, time: string) => offered({ city: { policy }, now: [date, time] })

  it('opens place by place on the first day on which it can be booked', () => {
    const minutes = ['desk-1', 'desk-2']
      .map(deskId => opensAt(policy, 'CA', monday, deskId, at('8:20')))
      .toSorted((a, b) => a - b)
    const placesAt = (minute: number) => {
      const clock = `${Math.floor(minute / 60)}:${minute % 60}`
      return on('2020-04-27', clock).times.find(({ start }) => start === at('8:20'))?.places ?? 0
    }
    const [first = 0, second = 0] = minutes
    assert.ok(first < second, 'both at once: take another start')
    assert.deepEqual([first - 1, first, second - 1, second].map(placesAt), [0, 1, 1, 2])
  })

  it('is too far ahead before, wholly open the day after', () => {
    assert.deepEqual(
      [on('2020-04-26', '12:00').refusal, on('2020-04-27', '6:59').refusal],
      [{ reason: 'too-far-ahead' }, { reason: 'too-far-ahead' }],
    )
    assert.deepEqual([on('2020-04-27', '8:00').times.length, on('2020-04-28', '0:00').times.length], [3, 3])
  })
})

describe('the reason why nothing is free', () => {
  const full = ['desk-1', 'desk-2'].flatMap(deskId => ['8:00', '8:20', '8:40'].map(time => aBooking({ deskId, start: at(time) })))
  const lead = aPolicy({ leadMinutes: { web: 60, phone: 0, 'walk-in': 0, kiosk: 0 } })
  const interpreter = aNeed({ id: 'pjm', noticeWorkingDays: 3, extraMinutes: 15 })

  const cases: readonly (readonly [string, FreeTimes['refusal'], Situation])[] = [
    ['the date is past', { reason: 'in-the-past' }, { now: ['2020-05-12', '8:00'] }],
    ['the last start is past', { reason: 'in-the-past' }, { now: [monday, '8:41'] }],
    ['the rest of today is nearer than the lead time', { reason: 'too-soon' }, { city: { policy: lead }, now: [monday, '7:45'] }],
    [
      'an interpreter needs three working days',
      { reason: 'too-soon' },
      { city: { needs: [interpreter] }, asked: { needs: ['pjm'] }, now: ['2020-05-07', '8:00'] },
    ],
    [
      'the date is beyond the horizon',
      { reason: 'too-far-ahead' },
      { city: { policy: aPolicy({ horizonDays: 1 }) }, now: ['2020-05-09', '8:00'] },
    ],
    ['the office is closed', { reason: 'closed' }, { city: { specialDays: [{ date: monday, hours: [] }] } }],
    [
      'a rule closes it to this service',
      { reason: 'closed' },
      { city: { rules: [aRule({ kind: 'closed', exceptServices: ['sc-death'] })] } },
    ],
    ['a rule closes it to all', { reason: 'closed' }, { city: { rules: [aRule({ kind: 'closed', exceptServices: [] })] } }],
    [
      'the matter is outside the essential areas',
      { reason: 'not-in-person' },
      { city: { rules: [aRule({ kind: 'purpose', essentialAreas: [1] })] } },
    ],
    [
      'the visit is longer than any may be',
      { reason: 'not-in-person' },
      { city: { rules: [aRule({ kind: 'dwell-cap', minutes: 15 })] } },
    ],
    [
      'no appointment is needed',
      { reason: 'no-appointment-needed' },
      { city: { services: [aService({ ways: { ...aService().ways, appointment: 'not-needed' } })] } },
    ],
    ['no desk here does it', { reason: 'not-in-person' }, { city: { desks: [] } }],
    [
      'no desk that does it is on the ground floor',
      { reason: 'no-desk' },
      {
        city: { zones: [aBuilding(), aHall({ floor: 1 })], needs: [{ ...interpreter, groundFloorOnly: true }] },
        asked: { needs: ['pjm'] },
      },
    ],
    ['no desk is staffed', { reason: 'no-desk' }, { city: { desks: staffed({ weekdays: ['tue'] }) } }],
    ['every desk is taken', { reason: 'no-desk' }, { bookings: full }],
    [
      'a rule leaves no room',
      { reason: 'zone-full', zoneId: 'hall', ruleId: 'cap' },
      {
        city: { rules: [aRule({ kind: 'absolute-cap', persons: 1 }, { id: 'cap', scope: { zones: ['hall'] } })] },
        asked: { party: aParty(2) },
      },
    ],
    [
      'the fire capacity leaves no room',
      { reason: 'zone-full', zoneId: 'building' },
      { city: { zones: [aBuilding({ fireCapacity: 2 }), aHall()] }, asked: { party: aParty(3) } },
    ],
    [
      'all arrivals are taken',
      { reason: 'arrivals-full' },
      { city: { rules: [aRule({ kind: 'staggered-arrivals', atMost: 1, perMinutes: 60 })] }, bookings: full.slice(0, 1) },
    ],
    [
      'the hours are kept for others',
      { reason: 'protected' },
      {
        city: {
          rules: [
            aRule({ kind: 'protected-hours', weekdays: ['mon'], from: 0, to: 1440, group: 'senior', opensToAllHoursBefore: 0 }),
          ],
        },
      },
    ],
    ['the places are kept for the phone', { reason: 'channel-full' }, { city: { desks: staffed({ channels: ['phone'] }) } }],
    ['the party is too large', { reason: 'party-too-large' }, { asked: { party: aParty(7) } }],
  ]
  for (const [why, refusal, situation] of cases) {
    it(`is said when ${why}`, () => assert.deepEqual(offered(situation), { times: [], refusal }))
  }

  it('is the one about which a person can do most', () => {
    const city = { desks: [...staffed({ channels: ['phone'] }), aDesk({ id: 'desk-2' })] }
    assert.equal(reasonOf({ city, bookings: full.filter(({ deskId }) => deskId === 'desk-2') }), 'channel-full')
  })

  it('is not "too soon" of places that are taken anyway', () => {
    assert.equal(reasonOf({ city: { policy: lead }, bookings: full, now: [monday, '7:45'] }), 'no-desk')
  })

  it('is not said while a time is left', () => assert.equal(reasonOf({ bookings: full.slice(1) }), undefined))
})
