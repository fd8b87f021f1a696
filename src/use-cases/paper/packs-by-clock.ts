import { addDays } from '../../domain/calendar.ts'
import type { City, Office } from '../../domain/city.ts'
import type { Day } from '../../domain/capacity/day.ts'
import { keyOf, type DayKey } from '../../repositories/change-day.ts'
import { findCity } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import { deleteIssuesBefore, issuesOf, type PaperIssue } from '../../repositories/paper-issues.ts'
import { secondsBetween } from '../../time.ts'
import type { House } from '../house.ts'
import { makePack, type PrintRoom } from './issue-pack.ts'
import { paperOfDay } from './paper-of-day.ts'
import { printMissedPack } from './print-pack.ts'
import { hasPack, readPack, removePacksBefore } from './print-folder.ts'

/**
 * Makes the packs that are due: each open office's once, so many minutes before it opens (at once, if the program was
 * started later), and again until closing whenever the mark has changed. Asked once a minute, so that a busy day makes
 * one pack a minute at most. They are printed; `mailPacks` mails them. Old files and their notes go with the contact data of their days.
 *
 * @returns the offices for which one was made
 */
export async function packsByClock(house: House, room: PrintRoom, minutesBefore: number): Promise<string[]> {
  const city = await findCity(house.db)
  if (!city) return []
  const made: string[] = []
  const failures: unknown[] = []
  for (const office of city.offices) {
    // One office's trouble leaves no other without paper.
    const isMade = await makeIfDue(house, room, city, office, minutesBefore).catch((error: unknown) => failures.push(error) === 0)
    if (isMade) made.push(office.id)
  }
  const oldest = addDays(house.clock.now(city.organisation.timeZone).date, -city.policy.retentionDays)
  await removePacksBefore(room.folder, oldest)
  await deleteIssuesBefore(house.db, oldest)
  if (failures.length > 0) throw failures[0]
  return made
}

async function makeIfDue(house: House, room: PrintRoom, city: City, office: Office, minutesBefore: number): Promise<boolean> {
  const now = house.clock.now(office.timeZone)
  const key: DayKey = { officeId: office.id, date: now.date }
  const { day } = (await daysOf(house.db, city, [office.id], now.date, now.date)).get(keyOf(key)) as DayAsOf
  const span = spanOf(day)
  if (!span || now.minute < span.from - minutesBefore || now.minute >= span.to) return false

  const { mark } = await paperOfDay(house, city, key, day)
  const issues = await issuesOf(house.db, key)
  const meant = issues.findLast(issue => issue.reason !== 'change' && !isBeingDrawn(house, issue))
  const printMissed = async (newest: () => Promise<Buffer | undefined>) => meant && printMissedPack(house, meant, newest)
  // Several machines have a folder each: whatever number it has, a pack with this mark is enough, drawn or being drawn.
  for (const issue of issues.filter(each => each.mark === mark)) {
    if (isBeingDrawn(house, issue) || (await hasPack(room.folder, issue))) {
      await printMissed(() => readPack(room.folder, issue))
      return false
    }
  }
  const { pdf } = await makePack(house, room, key, issues.length > 0 ? 'change' : 'opening')
  await printMissed(() => Promise.resolve(pdf))
  return true
}

/** Whether another process may be at it; one that is at it for longer was stopped in the middle, and the next minute goes on. */
function isBeingDrawn(house: House, { at }: PaperIssue): boolean {
  return Math.abs(secondsBetween(at, house.clock.instant())) < secondsToDraw
}

const secondsToDraw = 50

/** From opening to closing; of an office that is closed today although somebody is booked, the time of the visits. */
function spanOf({ plan, bookings }: Day): { from: number; to: number } | undefined {
  const spans = plan.hours.length > 0 ? plan.hours : bookings.map(({ start, end }) => ({ from: start, to: end }))
  if (spans.length === 0) return undefined
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }
}
