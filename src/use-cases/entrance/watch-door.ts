import { answerAtDoor, type DoorAnswer } from '../../domain/queue/door.ts'
import { nextFromOutside, outsideOrder, standbyPlaces, type Outside } from '../../domain/queue/outside.ts'
import { zonesNow, type ZoneNow } from '../../domain/queue/room-left.ts'
import { isPresent } from '../../domain/booking/transitions.ts'
import { tailOf } from '../../domain/staff/audit-note.ts'
import type { Minute } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import { doorEvent } from '../../repositories/door-events.ts'
import { ticketsOfDay } from '../../repositories/tickets.ts'
import type { House } from '../house.ts'
import { doorNow, doorSetting, doorVisitOf, type DoorNow, type DoorPlace, type DoorSetting } from './door-place.ts'
import type { DoorTold } from './door-told.ts'

/** Somebody outside, as a guard calls them. */
export interface CalledOutside {
  readonly label: string
  readonly persons: number
  /** The time they booked, or were given. */
  readonly start: Minute
  readonly answer: DoorAnswer
}

/** What a guard sees of a door. */
export interface DoorView {
  /** Equal marks mean that nothing has changed. */
  readonly mark: string
  readonly city: City
  readonly now: Minute
  readonly zones: readonly ZoneNow[]
  /** Whom to call in next; absent if nobody who is known to wait may come in. */
  readonly next?: CalledOutside
  /** Who else waits outside, in the order in which they are called; at most five. */
  readonly outside: readonly CalledOutside[]
  /** How many people without a code may come in now, without taking what others were promised. */
  readonly standby: number
  /** What the event of this screen was answered, if it named one. */
  readonly told?: DoorTold
}

const mostShown = 5

/** Equal marks mean that nothing has changed at a door; it changes with each minute. One small query. */
export async function doorMark(house: House, place: DoorPlace): Promise<string> {
  return markOf(await doorSetting(house, place))
}

/** The count, the limits, and who waits outside. @param asked  what was told just now, or the event whose answer is asked for again */
export async function watchDoor(
  house: House,
  place: DoorPlace,
  asked: { readonly told?: DoorTold; readonly eventId?: string | undefined } = {},
): Promise<DoorView> {
  const setting = await doorSetting(house, place)
  const here = await doorNow(house.db, setting)
  const outside = await outsideOf(house, setting, here)
  const told = asked.told ?? (await toldBefore(house, setting, asked.eventId))

  const next = nextFromOutside(
    outside.map(each => each.outside),
    here.at,
  )
  const ordered = outsideOrder(outside.map(each => each.outside))
  const called = ({ visit }: Outside): CalledOutside => ({
    label: outside.find(each => each.outside.visit.number === visit.number)?.label ?? '',
    persons: visit.party.persons,
    start: visit.start,
    answer: answerAtDoor(visit, here.at),
  })
  return {
    mark: markOf(setting),
    city: setting.city,
    now: setting.now.minute,
    zones: zonesNow(here.at.plan, here.at.heads, setting.now.minute),
    outside: ordered
      .filter(each => each !== next)
      .slice(0, mostShown)
      .map(called),
    standby: standbyPlaces(here.at),
    ...(next && { next: called(next) }),
    ...(told && { told }),
  }
}

function markOf({ key, now, turn, label }: DoorSetting): string {
  return `${key.date}.${now.minute}.${turn}.${label}`
}

async function toldBefore(house: House, { key }: DoorSetting, eventId: string | undefined): Promise<DoorTold | undefined> {
  return eventId === undefined ? undefined : (await doorEvent<DoorTold>(house.db, key, eventId))?.answer
}

/** Whoever was told to wait, or has a ticket, and is not inside. */
async function outsideOf(house: House, { city, key, day }: DoorSetting, { at, parties }: DoorNow) {
  const waiting = day.bookings.filter(
    ({ number, status }) => !at.inside.has(number) && (isPresent(status) || (status === 'booked' && parties.has(number))),
  )
  if (waiting.length === 0) return []
  // Whoever is only expected has no ticket yet.
  const here = waiting.filter(({ status }) => isPresent(status)).map(({ number }) => number)
  const known = here.length === 0 ? [] : await ticketsOfDay(house.db, key, here)
  const tickets = new Map(known.map(ticket => [ticket.bookingNumber, ticket]))
  return waiting.flatMap(booking => {
    const ticket = tickets.get(booking.number)
    const since = parties.get(booking.number)?.since ?? ticket?.arrivedAt ?? ''
    const label = ticket?.code ?? `…${tailOf(booking.reference)}`
    return doorVisitOf(city, booking, ticket).map(visit => ({ outside: { visit, since }, label }))
  })
}
