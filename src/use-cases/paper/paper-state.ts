import type { OfficeDate } from '../../domain/calendar.ts'
import { keyOf, type DayKey } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import { issuesOf, lastIssueMark, type PaperIssue } from '../../repositories/paper-issues.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'
import { paperOfDay } from './paper-of-day.ts'

/** How the paper of a day stands. */
export interface PaperState {
  /** What paper would show now. */
  readonly mark: string
  readonly page: number
  readonly today: OfficeDate
  /** Packs that were made, the oldest first. */
  readonly issues: readonly PaperIssue[]
}

/** What a sheet in somebody's hand is worth. */
export type SheetAge =
  | { readonly kind: 'current'; readonly mark: string }
  /** `since`: a UTC instant, where a pack made after it tells. */
  | { readonly kind: 'old'; readonly mark: string; readonly since?: string }
  | { readonly kind: 'over' }

/** How the paper of a day stands. @throws {NotFound} if there is no such office */
export async function paperState(house: House, key: DayKey): Promise<PaperState> {
  return { ...(await paperNow(house, key)), issues: await issuesOf(house.db, key) }
}

async function paperNow(house: House, key: DayKey): Promise<Omit<PaperState, 'issues'>> {
  const city = await cityOf(house.db)
  const office = city.offices.find(({ id }) => id === key.officeId)
  if (!office) throw new NotFound('office')
  const { day } = (await daysOf(house.db, city, [key.officeId], key.date, key.date)).get(keyOf(key)) as DayAsOf
  const { mark } = await paperOfDay(house, city, key, day)
  return { mark, page: day.page, today: house.clock.now(office.timeZone).date }
}

/** The mark of a day's last pack; `undefined` where none was made. With the day it tells whether paper is old. */
export function lastPackMark(house: House, key: DayKey): Promise<string | undefined> {
  return lastIssueMark(house.db, key)
}

/** Whether a pack of this mark shows something else than the day; not where none was made. @throws {NotFound} if there is no such office */
export async function paperIsOld(house: House, key: DayKey, lastMark: string | undefined): Promise<boolean> {
  return lastMark !== undefined && (await paperNow(house, key)).mark !== lastMark
}

/**
 * Whether a sheet is current, by its mark; by its page, where it has none.
 *
 * @throws {NotFound} if there is no such office
 */
export async function sheetAge(house: House, key: DayKey, sheet: { page: number; mark?: string }): Promise<SheetAge> {
  const { mark, page, today, issues } = await paperState(house, key)
  if (key.date < today) return { kind: 'over' }
  if (sheet.mark === undefined ? sheet.page === page : sheet.mark === mark) return { kind: 'current', mark }
  const last = issues.findLastIndex(issue => issue.mark === sheet.mark)
  const since = last < 0 ? undefined : issues[last + 1]?.at
  return { kind: 'old', mark, ...(since !== undefined && { since }) }
}
