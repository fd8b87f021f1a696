import type { VisitRequest } from '../../src/domain/booking/booking.ts'
import type { DayException } from '../../src/domain/capacity/day.ts'
import type { Heads } from '../../src/domain/queue/room-heads.ts'
import { doorParties } from '../../src/repositories/door-parties.ts'
import { headCount } from '../../src/repositories/head-counts.ts'
import type { DayKey } from '../../src/repositories/change-day.ts'
import { admitWalkIn, type WalkIn } from '../../src/use-cases/desk/admit-walk-in.ts'
import { callNext } from '../../src/use-cases/desk/call-next.ts'
import type { Decisions } from '../../src/use-cases/desk/change-day/proposal.ts'
import { propose } from '../../src/use-cases/desk/change-day/propose.ts'
import { publish } from '../../src/use-cases/desk/change-day/publish.ts'
import { checkIn } from '../../src/use-cases/desk/check-in.ts'
import { dayAtDesks } from '../../src/use-cases/desk/day-at-desks.ts'
import { finish } from '../../src/use-cases/desk/finish.ts'
import { forward } from '../../src/use-cases/desk/forward.ts'
import { givePriority } from '../../src/use-cases/desk/give-priority.ts'
import { leave } from '../../src/use-cases/desk/leave.ts'
import { markNoShow } from '../../src/use-cases/desk/mark-no-show.ts'
import { park } from '../../src/use-cases/desk/park.ts'
import { recall } from '../../src/use-cases/desk/recall.ts'
import { startServing } from '../../src/use-cases/desk/start-serving.ts'
import { takeBack } from '../../src/use-cases/desk/take-back.ts'
import { undo } from '../../src/use-cases/desk/undo.ts'
import { countIn, countOut } from '../../src/use-cases/entrance/count-heads.ts'
import type { DoorPlace } from '../../src/use-cases/entrance/door-place.ts'
import { leaveByCode } from '../../src/use-cases/entrance/leave-by-code.ts'
import { scanAtDoor } from '../../src/use-cases/entrance/scan-at-door.ts'
import { BookingRefused } from '../../src/use-cases/errors.ts'
import type { House } from '../../src/use-cases/house.ts'
import { verify } from '../../src/use-cases/operator/verify.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import { offersOf } from '../../src/use-cases/resident/offers-of.ts'

interface OfVisit {
  readonly number: number
}

interface AtDoor {
  readonly place: DoorPlace
  readonly eventId: string
}

const keyOf = (day: DayKey, { number }: OfVisit) => ({ ...day, bookingNumber: number })

/** Everything that somebody in the simulation may ask of the program, by name. */
export const deeds = {
  book: (house: House, day: DayKey, wish: { request: Omit<VisitRequest, 'start'>; pick: number }) => book(house, day, wish),
  'book-at': (house: House, _: DayKey, { request }: { request: VisitRequest }) =>
    bookVisit(house, request, { language: 'pl' }).catch(refusedTwice),
  'check-in': (house: House, day: DayKey, { number }: OfVisit) => checkIn(house, day.officeId, number),
  'walk-in': (house: House, _: DayKey, { walkIn, once }: { walkIn: WalkIn; once: string }) =>
    admitWalkIn(house, walkIn, { once: { key: once, fingerprint: walkIn.serviceId } }),
  'call-next': (house: House, day: DayKey, { deskId }: { deskId: string }) => callNext(house, day, deskId),
  recall: (house: House, day: DayKey, visit: OfVisit) => recall(house, keyOf(day, visit)),
  start: (house: House, day: DayKey, visit: OfVisit) => startServing(house, keyOf(day, visit)),
  finish: (house: House, day: DayKey, visit: OfVisit) => finish(house, keyOf(day, visit)),
  'no-show': (house: House, day: DayKey, { seen, ...visit }: OfVisit & { seen: 'booked' | 'arrived' }) =>
    markNoShow(house, keyOf(day, visit), seen),
  undo: (house: House, day: DayKey, visit: OfVisit) => undo(house, keyOf(day, visit)),
  park: (house: House, day: DayKey, visit: OfVisit) => park(house, keyOf(day, visit)),
  'take-back': (house: House, day: DayKey, visit: OfVisit) => takeBack(house, keyOf(day, visit)),
  priority: (house: House, day: DayKey, visit: OfVisit) => givePriority(house, keyOf(day, visit)),
  leave: (house: House, day: DayKey, visit: OfVisit) => leave(house, keyOf(day, visit)),
  forward: (house: House, day: DayKey, to: OfVisit & { deskGroupId: string }) => forward(house, keyOf(day, to), to.deskGroupId),
  propose: (house: House, day: DayKey, { exceptions }: { exceptions: readonly DayException[] }) =>
    propose(house, day, exceptions),
  publish: (house: House, day: DayKey, change: { exceptions: readonly DayException[]; decisions: Decisions; reason: string }) =>
    publish(house, day, change),
  scan: (house: House, _: DayKey, { place, code, eventId }: AtDoor & { code: string }) =>
    scanAtDoor(house, place, code, { eventId }),
  'count-in': (house: House, _: DayKey, { place, heads, eventId }: AtDoor & { heads: Heads }) =>
    countIn(house, place, heads, { eventId }),
  'count-out': (house: House, _: DayKey, { place, heads, eventId }: AtDoor & { heads: Heads }) =>
    countOut(house, place, heads, { eventId }),
  'go-out': (house: House, _: DayKey, { place, code, eventId }: AtDoor & { code: string }) =>
    leaveByCode(house, place, code, { eventId }),
  heads: async (house: House, day: DayKey, _: object) => ({
    count: new Map(await headCount(house.db, day)),
    parties: new Map((await doorParties(house.db, day)).map(party => [party.bookingNumber, party.weights[0]?.zoneId])),
  }),
  look: async (house: House, day: DayKey, _: object) => {
    const { page, rows, totals } = await dayAtDesks(house, day)
    return { page, rows: rows.length, totals }
  },
  verify: async (house: House, _: DayKey, __: object) => {
    let found = 0
    for await (const _violation of verify(house)) found += 1
    return found
  },
}

export type Deeds = typeof deeds
export type Deed = keyof Deeds

/** What is asked for by a deed, besides the house and the day. */
export type AskedBy<D extends Deed> = Parameters<Deeds[D]>[2]

/** What a deed answers. */
export type AnswerOf<D extends Deed> = Awaited<ReturnType<Deeds[D]>>

/** A booking in one of the free times of the day, early (0) or late (1); whoever loses a race takes the nearest one. */
async function book(house: House, day: DayKey, { request, pick }: { request: Omit<VisitRequest, 'start'>; pick: number }) {
  const asked = { ...request, officeIds: [day.officeId], from: day.date, to: day.date }
  const times = (await offersOf(house, asked)).offices[0]?.days[0]?.times ?? []
  const time = times[Math.floor(pick * times.length)]
  if (!time) return undefined
  try {
    return await bookVisit(house, { ...request, start: time.start }, { language: 'pl' })
  } catch (error) {
    if (!(error instanceof BookingRefused)) throw error
    const near = error.alternatives.find(each => each.officeId === day.officeId && each.date === day.date)
    if (!near) return undefined
    return bookVisit(house, { ...request, start: near.start }, { language: 'pl' }).catch(refusedTwice)
  }
}

function refusedTwice(error: unknown): undefined {
  if (!(error instanceof BookingRefused)) throw error
  return undefined
}
