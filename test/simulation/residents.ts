import type { City } from '../../src/domain/city.ts'
import type { Party } from '../../src/domain/booking/booking.ts'
import type { DayPlan } from '../../src/domain/capacity/day.ts'
import { between, drawn, pace, streamOf, type Draw } from './draw.ts'

/** Somebody who wants something of the office, and all that they will do, whatever becomes of it. */
export interface Resident {
  readonly id: number
  readonly serviceId: string
  readonly party: Party
  readonly channel: 'web' | 'phone' | 'kiosk'
  /** Which of the free times they like: 0 the first, 1 the last. */
  readonly pick: number
  /** Minutes between their time and their coming; absent for those who never come. */
  readonly offset?: number
  /** How much longer than planned they take at the desk. */
  readonly pace: number
  /** They come to the desk at this call; 9 is never. */
  readonly comesAtCall: number
  /** Minutes they wait beyond their time before they give up. */
  readonly patience: number
  readonly habit: 'none' | 'presses-twice' | 'has-priority' | 'fills-in-a-form' | 'must-go-elsewhere'
  /** Whether they come back at the time they are told, if there is no ticket for them now. */
  readonly comesBack: boolean
}

/** Draws somebody, by their number: who comes with whom, wants what, and keeps which manners. */
export function residentOf(seed: number, id: number, wants: readonly Want[], walksIn: boolean): Resident {
  const draw = streamOf(seed, 'resident', id)
  const manner = drawn(draw, manners)
  const offset = offsets[manner]?.(draw)
  return {
    id,
    serviceId: drawn(draw, wants),
    party: drawn(draw, parties),
    channel: walksIn ? 'kiosk' : drawn(draw, [['web', 3] as const, ['phone', 1] as const]),
    pick: draw(),
    ...(offset !== undefined && { offset: walksIn ? 0 : offset }),
    ...(walksIn && { offset: 0 }),
    pace: pace(draw),
    comesAtCall: drawn(draw, [[1, 90] as const, [2, 6] as const, [3, 2] as const, [9, 2] as const]),
    patience: between(draw, 40, 120),
    habit: drawn(draw, habits),
    comesBack: draw() < 0.6,
  }
}

/** What people come for, each matter as often as its desks have hours. */
export type Want = readonly [serviceId: string, weight: number]

/** What can be wanted of an office's day. */
export function wantsOf(city: City, plan: DayPlan): Want[] {
  const minutesOf = (groupId: string) =>
    plan.shifts
      .filter(shift => city.desks.some(desk => desk.id === shift.deskId && desk.deskGroupId === groupId))
      .reduce((sum, { span }) => sum + span.to - span.from, 0)
  return city.deskGroups
    .filter(group => group.officeId === plan.officeId)
    .flatMap(group => {
      const services = city.services.filter(
        service =>
          service.deskGroupIds.includes(group.id) &&
          service.ways.appointment === 'needed' &&
          (plan.servicesOnly?.has(service.id) ?? true),
      )
      const all = services.reduce((sum, service) => sum + service.durationMinutes, 0)
      return services.map((service): Want => [service.id, minutesOf(group.id) / all])
    })
}

type Manner = 'in-time' | 'early' | 'late' | 'much-too-late' | 'never'

const manners: readonly (readonly [Manner, number])[] = [
  ['in-time', 58],
  ['early', 14],
  ['late', 9],
  ['much-too-late', 4],
  ['never', 15],
]

const offsets: Readonly<Partial<Record<Manner, (draw: Draw) => number>>> = {
  'in-time': draw => between(draw, -12, 0),
  early: draw => between(draw, -40, -16),
  late: draw => between(draw, 1, 9),
  'much-too-late': draw => between(draw, 12, 35),
}

const parties: readonly (readonly [Party, number])[] = [
  [{ persons: 1, companions: {} }, 78],
  [{ persons: 2, companions: {} }, 6],
  [{ persons: 2, companions: { child: 1 } }, 7],
  [{ persons: 2, companions: { carer: 1 } }, 5],
  [{ persons: 3, companions: { child: 2 } }, 4],
]

const habits: readonly (readonly [Resident['habit'], number])[] = [
  ['none', 82],
  ['presses-twice', 6],
  ['has-priority', 4],
  ['fills-in-a-form', 4],
  ['must-go-elsewhere', 4],
]
