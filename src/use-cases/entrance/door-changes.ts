import { watchDay } from '../../repositories/day-feed.ts'
import { watchDoorDay } from '../../repositories/door-feed.ts'
import type { House } from '../house.ts'
import { doorKey, type DoorPlace } from './door-place.ts'

/**
 * Tells of whatever may change what a guard sees of a door today: the count, whoever counts there, and the day itself.
 *
 * @returns the date that is followed, and what ends it
 * @throws {NotFound} if there is no such office any more
 */
export async function followDoor(house: House, place: DoorPlace, listener: () => void): Promise<{ date: string; end(): void }> {
  const { key } = await doorKey(house, place)
  const ends = [watchDay(house.db, key, listener), watchDoorDay(house.db, key, listener)]
  return { date: key.date, end: () => ends.forEach(end => end()) }
}

/** The office's date and minute at a door now. @throws {NotFound} */
export async function doorTime(house: House, place: DoorPlace): Promise<{ date: string; minute: number }> {
  return (await doorKey(house, place)).now
}
