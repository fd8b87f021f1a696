import { addDays } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import type { Day } from '../../domain/capacity/day.ts'
import type { ConductTopic } from '../../domain/capacity/occupancy-rule.ts'
import { visitMark } from '../../domain/paper/paper-mark.ts'
import type { DailyPack, NoticeSheet, ScheduleSheet, SheetHead } from '../../paper/values.ts'
import { keyOf, type DayKey } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import type { DeskScope } from '../desk/desk-scope.ts'
import { printSchedule, type ScheduleWish, type ScheduleWords } from '../desk/print-schedule.ts'
import { sheetHead } from '../desk/sheet-head.ts'
import type { House } from '../house.ts'
import { noticesOfDay } from './door-notices.ts'
import { guardSheet } from './guard-sheet.ts'
import { paperOfDay } from './paper-of-day.ts'
import { roomLimits } from './room-limits.ts'

/** In whose words a pack is written, and which one it is. */
export interface PackWish extends Pick<ScheduleWish, 'language' | 'currentUrl'> {
  readonly words: PackWords
  /** Where visits are booked, as people type it. */
  readonly website: string
  /** Packs of a day are numbered from 1; absent: one that is not kept. */
  readonly copy?: number
  /** Marks of the visits on the pack before, by booking number. */
  readonly earlier?: ReadonlyMap<number, string>
}

/** The words of a pack that only a language has. */
export interface PackWords extends ScheduleWords {
  readonly conduct: (topic: ConductTopic) => string
}

/** A pack, with what must be kept of it to tell later what has changed. */
export interface PackOfDay {
  readonly pack: DailyPack
  readonly mark: string
  readonly page: number
  readonly visits: ReadonlyMap<number, string>
}

/**
 * Everything that an office's day needs on paper: the guard's list, a schedule of each department (and of each of its desk
 * groups, where it has several), the notices for the doors.
 *
 * @throws {NotFound} if there is no such office
 */
export async function dailyPack(house: House, key: DayKey, wish: PackWish): Promise<PackOfDay> {
  const city = await cityOf(house.db)
  const head: SheetHead = { ...(await sheetHead(house, key, wish)), ...(wish.copy !== undefined && { copy: wish.copy }) }
  const week = await daysOf(house.db, city, [key.officeId], key.date, addDays(key.date, daysAhead))
  const { day } = week.get(keyOf(key)) as DayAsOf
  const { mark, visits } = await paperOfDay(house, city, key, day)

  const limits = roomLimits(city, day.plan, wish.language)
  const guard = guardSheet({ city, day, head, limits }, visits, wish.words.conduct, wish.earlier)
  const schedules: ScheduleSheet[] = []
  for (const scope of scopesOf(city, day)) {
    const sheet = await printSchedule(house, key, { ...wish, scope })
    schedules.push({ ...sheet, ...head, limits: roomLimits(city, day.plan, wish.language, zonesOf(city, day, scope)) })
  }
  const hours = [...week.values()].map(each => ({ date: each.day.plan.date, spans: each.day.plan.hours }))
  const notices = noticesOfDay(city, day.plan, { website: wish.website, week: hours })
  return {
    mark,
    page: day.page,
    visits: new Map(visits.map(visit => [visit.bookingNumber, visitMark(visit)])),
    pack: {
      head,
      guard: day.plan.hours.length > 0 || visits.length > 0 ? [guard] : [],
      schedules,
      notices: notices.map((notice): NoticeSheet => ({ ...noticeHead(city, key.officeId, head), notice })),
    },
  }
}

/** Two weeks are enough to find the next day on which a closed office opens. */
const daysAhead = 14

/** A schedule for each department with a clerk or a visit today; its desk groups too, where there are several. */
function scopesOf(city: City, day: Day): DeskScope[] {
  const atWork = new Set([...day.plan.shifts, ...day.bookings].map(({ deskId }) => deskId))
  const groupIds = new Set(city.desks.filter(({ id }) => atWork.has(id)).map(({ deskGroupId }) => deskGroupId))
  const groups = city.deskGroups.filter(({ id }) => groupIds.has(id))
  return city.departments.flatMap(({ id: departmentId }) => {
    const own = groups.filter(group => group.departmentId === departmentId)
    if (own.length < 2) return own.length === 1 ? [{ departmentId }] : []
    return [{ departmentId }, ...own.map(({ id: deskGroupId }) => ({ deskGroupId }))]
  })
}

/** The rooms of a schedule's desks, and those around them. */
function zonesOf(city: City, { plan }: Day, scope: DeskScope): Set<string> {
  const groups = city.deskGroups.filter(({ id, departmentId }) =>
    scope.deskGroupId === undefined ? departmentId === scope.departmentId : id === scope.deskGroupId,
  )
  const desks = city.desks.filter(desk => desk.officeId === plan.officeId && groups.some(({ id }) => id === desk.deskGroupId))
  const wanted = new Set(desks.map(({ zoneId }) => zoneId))
  for (const { zone } of plan.zones.toReversed()) {
    if (!wanted.has(zone.id)) continue
    for (const around of [zone.waitingZoneId, zone.parentId]) if (around !== undefined) wanted.add(around)
  }
  return wanted
}

function noticeHead(city: City, officeId: string, head: SheetHead): Omit<NoticeSheet, 'notice'> {
  const { address, date, page, printedAt, currentUrl, mark, copy } = head
  return {
    ...{ address, date, page, printedAt, currentUrl },
    ...(mark !== undefined && { mark }),
    ...(copy !== undefined && { copy }),
    organisation: city.organisation.name,
    office: city.offices.find(({ id }) => id === officeId)?.name ?? city.organisation.name,
  }
}
