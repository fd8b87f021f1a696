import fc from 'fast-check'
import { channels } from '../../../src/domain/city.ts'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, aNeed, anOffice, aPolicy, aRule, aService } from '../../support/builders.ts'
import type { VisitRequest } from '../../../src/domain/booking/booking.ts'
import type { DayException } from '../../../src/domain/capacity/day.ts'
import type { Counting, Demand, Scope } from '../../../src/domain/capacity/occupancy-rule.ts'
import type { Channel, City, Desk, Zone } from '../../../src/domain/city.ts'
import type { World } from './brute-force.ts'

/** Monday: an ordinary working day. */
const date = '2020-05-11'
const opening = { from: 480, to: 600 }

const fives = (least: number, most: number) => fc.integer({ min: least / 5, max: most / 5 }).map(n => n * 5)
const span = fc.tuple(fives(470, 590), fives(5, 60)).map(([from, length]) => ({ from, to: from + length }))
const someChannels = fc.subarray<Channel>([...channels], { minLength: 1 })

/** Waiting area → two halls that send people there, a room in one of them, a building around all. */
const zones: fc.Arbitrary<Zone[]> = fc
  .record({
    capacities: fc.array(fc.option(fc.integer({ min: 2, max: 9 }), { nil: undefined }), { minLength: 5, maxLength: 5 }),
    waits: fc.array(fc.option(fc.constantFrom('waiting', 'hall-2'), { nil: undefined }), { minLength: 3, maxLength: 3 }),
    waitingIn: fc.constantFrom('building', 'hall-1'),
    floor: fc.constantFrom(0, 1),
  })
  .map(({ capacities, waits, waitingIn, floor }) => {
    const zone = (of: Zone, i: number, waitingZoneId?: string): Zone => {
      const { fireCapacity: _, ...rest } = of
      const capacity = capacities[i]
      return { ...rest, ...(capacity !== undefined && { fireCapacity: capacity }), ...(waitingZoneId && { waitingZoneId }) }
    }
    return [
      zone(aBuilding({ designCapacity: 9 }), 0),
      zone(aHall({ id: 'hall-1', publicAreaM2: 24, designCapacity: 5 }), 1, waits[0]),
      zone(
        aHall({ id: 'hall-2', publicAreaM2: 9.99, floor, designCapacity: 5 }),
        2,
        waits[1] === 'hall-2' ? undefined : waits[1],
      ),
      zone(aHall({ id: 'waiting', kind: 'waiting', publicAreaM2: 12, parentId: waitingIn, designCapacity: 5 }), 3),
      zone(aHall({ id: 'room', kind: 'room', publicAreaM2: 10, parentId: 'hall-1', designCapacity: 5 }), 4, waits[2]),
    ]
  })

const desk = (i: number): fc.Arbitrary<Desk> =>
  fc
    .record({
      zoneId: fc.constantFrom('hall-1', 'hall-2', 'room'),
      deskGroupId: fc.constantFrom('group-1', 'group-2'),
      shifts: fc.array(
        fc.record({
          span: fc.option(span, { nil: undefined }),
          channels: someChannels,
          opens: fc.option(fc.constantFrom(1, 24)),
        }),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
    })
    .map(({ zoneId, deskGroupId, shifts }) =>
      aDesk({
        ...{ id: `desk-${i}`, zoneId, deskGroupId },
        roster: shifts.map(shift => ({
          weekdays: ['mon'],
          channels: shift.channels,
          ...(shift.span && { span: shift.span }),
          ...(shift.opens !== null && { opensToAllHoursBefore: shift.opens }),
        })),
      }),
    )

const bounding: fc.Arbitrary<Demand> = fc.oneof(
  fc.record({ kind: fc.constant('absolute-cap' as const), persons: fc.integer({ min: 0, max: 8 }) }),
  fc.record({
    kind: fc.constant('per-desk' as const),
    personsPerDesk: fc.constantFrom(1, 2),
    basis: fc.constantFrom('staffed', 'installed'),
  }),
  fc.record({
    ...{
      kind: fc.constant('area-per-person' as const),
      m2PerPerson: fc.constantFrom(2, 3, 8),
      basis: fc.constant('public' as const),
    },
    ...{ atLeast: fc.constantFrom(0, 1), safetyFactor: fc.constantFrom(1, 0.8) },
  }),
  fc.record({
    kind: fc.constant('fraction-of-capacity' as const),
    fraction: fc.constantFrom(0.25, 0.5),
    base: fc.constant('design' as const),
  }),
  fc.record({
    ...{ kind: fc.constant('distance' as const), metres: fc.constantFrom(1, 2) },
    ...{ usableFraction: fc.constant(0.7), grid: fc.constantFrom('square', 'hex') },
  }),
  fc.record({ kind: fc.constant('closed' as const), exceptServices: fc.subarray(['service-1', 'service-2']) }),
)

const timing: fc.Arbitrary<Demand> = fc.oneof(
  fc.record({ kind: fc.constant('turnover' as const), minutes: fives(0, 15) }),
  fc.record({
    ...{ kind: fc.constant('ventilation' as const), everyMinutes: fives(20, 60) },
    ...{ forMinutes: fives(5, 10), zoneMustBeEmpty: fc.boolean() },
  }),
  fc.record({ kind: fc.constant('dwell-cap' as const), minutes: fives(10, 40) }),
  fc.record({
    kind: fc.constant('entry-window' as const),
    earliestBeforeMinutes: fives(0, 15),
    latestAfterMinutes: fives(0, 10),
  }),
  fc.record({
    kind: fc.constant('staggered-arrivals' as const),
    atMost: fc.integer({ min: 1, max: 3 }),
    perMinutes: fc.constantFrom(5, 15),
  }),
  fc.record({ kind: fc.constant('purpose' as const), essentialAreas: fc.subarray([1, 2], { minLength: 1 }) }),
  fc.record({
    ...{
      kind: fc.constant('protected-hours' as const),
      weekdays: fc.constant(['mon'] as const),
      from: fives(480, 540),
      to: fives(540, 600),
    },
    ...{ group: fc.constantFrom('senior', 'pregnant'), opensToAllHoursBefore: fc.constantFrom(1, 24) },
  }),
)

const scope: fc.Arbitrary<Scope> = fc.constantFrom<Scope[]>(
  {},
  { parts: true },
  { zones: ['hall-1'] },
  { zones: ['hall-1'], parts: true },
  { zoneKinds: ['hall', 'room'] },
  { zoneKinds: ['waiting'] },
  { offices: ['elsewhere'] },
)

const counting: fc.Arbitrary<Counting> = fc.record({
  staff: fc.boolean(),
  exempt: fc.subarray<Counting['exempt'][number]>([{ kind: 'child' }, { kind: 'carer', atMost: 1 }]),
})

const rules = fc
  .array(fc.tuple(fc.oneof(bounding, timing), scope, counting, fc.constantFrom(true, true, true, false)), { maxLength: 5 })
  .map(all =>
    all.map(([demand, where, counts, enabled], i) => aRule(demand, { id: `rule-${i}`, scope: where, counting: counts, enabled })),
  )

const exceptions: fc.Arbitrary<DayException[]> = fc.array(
  fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('desk-unstaffed' as const), deskId: fc.constantFrom('desk-0', 'desk-1'), span }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('desk-staffed' as const),
        shift: fc.record({ deskId: fc.constantFrom('desk-0', 'desk-1'), span, channels: someChannels }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('zone-closed' as const), zoneId: fc.constantFrom('hall-1', 'waiting'), span }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('office-closed' as const), span }) },
  ),
  { maxLength: 2 },
)

/** A small city with one office on an ordinary Monday, open from 8 to 10, under up to five rules. */
export const anyWorld: fc.Arbitrary<World> = fc
  .record({
    ...{
      zones,
      rules,
      exceptions,
      desks: fc.integer({ min: 1, max: 5 }).chain(n => fc.tuple(...Array.from({ length: n }, (_, i) => desk(i)))),
    },
    slots: fc.tuple(fc.constantFrom(5, 10, 15, 20), fc.constantFrom(5, 10)),
    minutes: fc.tuple(fives(5, 30), fives(5, 45)),
    leavingMinutes: fives(0, 10),
    lead: fc.constantFrom(0, 30, 600),
    spreadMinutes: fc.constantFrom(0, 60),
  })
  .map(({ zones, rules, exceptions, desks, slots, minutes, leavingMinutes, lead, spreadMinutes }) => {
    const [slot1, slot2] = slots
    const [minutes1, minutes2] = minutes
    const ordinary = anOffice()
    const city: City = aCity({
      ...{ zones, rules, desks },
      offices: [{ ...ordinary, opening: ordinary.opening.map(hours => ({ ...hours, days: { mon: [opening] } })) }],
      deskGroups: [
        aDeskGroup({ id: 'group-1', slotEveryMinutes: slot1 }),
        aDeskGroup({ id: 'group-2', slotEveryMinutes: slot2 }),
      ],
      services: [
        aService({ id: 'service-1', durationMinutes: minutes1, deskGroupIds: ['group-1', 'group-2'], essentialArea: 1 }),
        aService({ id: 'service-2', durationMinutes: minutes2, deskGroupIds: ['group-2'], personsAtLeast: 2 }),
      ],
      needs: [aNeed({ id: 'ground', groundFloorOnly: true }), aNeed({ id: 'slow', extraMinutes: 15 })],
      policy: aPolicy({
        ...{ leavingMinutes, horizonDays: 3, largestParty: 4, release: { at: 420, spreadMinutes } },
        leadMinutes: { web: lead, phone: 0, 'walk-in': 0, kiosk: 0 },
      }),
    })
    return { city, officeId: 'CA', date, exceptions }
  })

/** Somebody's wish in such a city, at any start of the morning. */
export const anyRequest: fc.Arbitrary<VisitRequest> = fc.record({
  ...{ serviceId: fc.constantFrom('service-1', 'service-1', 'service-2'), officeId: fc.constant('CA'), date: fc.constant(date) },
  start: fives(475, 600),
  party: fc.record({
    persons: fc.integer({ min: 1, max: 3 }),
    companions: fc.constantFrom({}, {}, { child: 1 }, { carer: 2 }, { child: 1, carer: 1 }),
  }),
  needs: fc.constantFrom<string[][]>([], [], ['ground'], ['slow']),
  groups: fc.constantFrom<VisitRequest['groups'][]>([], ['senior'], ['pregnant']),
  channel: fc.constantFrom(...channels),
})

/** A moment on the date itself, the days before, or the evening of the first day on which it can be booked. */
export const anyMoment = fc.constantFrom(
  ...Array.from({ length: 5 }, () => ({ date: '2020-05-10', minute: 600 })),
  { date, minute: 495 },
  { date: '2020-05-08', minute: 450 },
  { date: '2020-05-07', minute: 1200 },
)
