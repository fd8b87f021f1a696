import type { Knex } from 'knex'
import { changeDoor, turnDoor, type DoorTurned } from '../../repositories/change-door.ts'
import { doorEvent, forgetRefusal } from '../../repositories/door-events.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import type { OpenDay } from '../day/on-day.ts'
import type { House } from '../house.ts'
import { doorKey, doorNow, settingOf, settingOn, type DoorNow, type DoorPlace, type DoorSetting } from './door-place.ts'
import type { DoorTold } from './door-told.ts'
import { doneAt, type DoneAt, type Said } from './said.ts'

/** A door whose count this transaction alone may change, and what was said there. */
export interface OpenDoor extends DoorNow {
  readonly house: House
  readonly trx: Knex
  readonly turned: DoorTurned
  readonly place: DoorPlace
  readonly setting: DoorSetting
  readonly said: Said
  readonly done: DoneAt
}

/**
 * Counts at a door what a screen says, all or nothing and once: what it has said before is answered as it was then.
 *
 * @throws {NotFound} if there is no such office any more
 */
export async function onceAtDoor<T>(
  house: House,
  place: DoorPlace,
  said: Said,
  act: (open: OpenDoor) => Promise<T>,
): Promise<T | DoorTold> {
  const { key } = await doorKey(house, place)
  return changeDoor(house.db, key, async (trx, turned) => {
    const before = await toldBefore(trx, key, said)
    if (before) return before
    return act(await openDoor(house, trx, turned, place, said, await settingOn(house, trx, place, turned)))
  })
}

/** The same on a day that is open already, because what is said changes the day too: both, or neither. */
export async function onceAtDoorOf<T>(
  { house, trx, turned: sheet, city, day }: OpenDay,
  place: DoorPlace,
  said: Said,
  act: (open: OpenDoor) => Promise<T>,
): Promise<T | DoorTold> {
  const turned = await turnDoor(trx, sheet)
  const before = await toldBefore(trx, turned, said)
  if (before) return before
  const setting = await settingOf(house, trx, place, { today: turned, city, day, label: '' })
  return act(await openDoor(house, trx, turned, place, said, setting))
}

/** The same door once the day has changed. */
export async function seenAgain(open: OpenDoor, { day }: Pick<OpenDay, 'day'>): Promise<OpenDoor> {
  const setting = { ...open.setting, day }
  return { ...open, ...(await doorNow(open.trx, setting)), setting }
}

async function openDoor(
  house: House,
  trx: Knex,
  turned: DoorTurned,
  place: DoorPlace,
  said: Said,
  setting: DoorSetting,
): Promise<OpenDoor> {
  return { ...(await doorNow(trx, setting)), house, trx, turned, place, setting, said, done: doneAt(house, setting, said) }
}

/**
 * What this event was answered when it came the first time. Told late, it has been done: a "no" that was lost on its way
 * counts for nothing then, and is forgotten.
 */
async function toldBefore(trx: Knex, key: DayKey, said: Said): Promise<DoorTold | undefined> {
  const before = await doorEvent<DoorTold>(trx, key, said.eventId)
  if (before?.kind !== 'refused' || said.doneAt === undefined) return before?.answer
  await forgetRefusal(trx, key, said.eventId)
  return undefined
}
