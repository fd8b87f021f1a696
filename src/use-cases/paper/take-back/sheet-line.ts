import type { City } from '../../../domain/city.ts'
import type { Status } from '../../../domain/booking/status.ts'
import type { Minute, OfficeDate } from '../../../domain/calendar.ts'
import { bookingByNumber, type BookingRecord } from '../../../repositories/bookings.ts'
import { keyOf, type DayKey } from '../../../repositories/change-day.ts'
import { cityOf } from '../../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../../repositories/days.ts'
import { issuesOf, type PaperIssue } from '../../../repositories/paper-issues.ts'
import { paperLines, type PaperLine } from '../../../repositories/paper-lines.ts'
import { wholeDay } from '../../desk/whole-day.ts'
import { NotFound } from '../../errors.ts'
import type { House } from '../../house.ts'
import { paperOfDay } from '../paper-of-day.ts'

/** A line of a sheet, with what is known of the visit by now. */
export interface SheetLine {
  readonly bookingNumber: number
  readonly referenceEnd: string
  /** The time on paper. */
  readonly start: Minute
  /** The time it has now, if another. */
  readonly nowAt?: Minute
  readonly serviceId: string
  readonly deskId: string
  readonly departmentId: string
  readonly deskGroupId: string
  readonly persons: number
  readonly status: Status
  readonly ticket?: string
  /** The desk that called it. */
  readonly servedAt?: string
  /** Where it has been moved to: another office or day. */
  readonly movedTo?: { readonly officeId: string; readonly date: OfficeDate; readonly start: Minute }
  /** Somebody came to it all the same: taken back as a visit of its own. */
  readonly taken: boolean
}

/** What is to be taken back: the lines of a sheet, and the lines for walk-ins that were taken back before. */
export interface SheetToTakeBack {
  readonly lines: readonly SheetLine[]
  readonly taken: ReadonlyMap<string, PaperLine>
  readonly issues: readonly PaperIssue[]
}

/**
 * The lines of a sheet as they stand on paper, by time, and what has become of each visit meanwhile: those that were
 * moved or called off are still there, because they are on the paper.
 *
 * @param number  of the pack; absent: the day as it is now
 * @throws {NotFound} if there is no such office
 */
export async function sheetToTakeBack(house: House, key: DayKey, number?: number): Promise<SheetToTakeBack> {
  const city = await cityOf(house.db)
  if (!city.offices.some(({ id }) => id === key.officeId)) throw new NotFound('office')
  const { day } = (await daysOf(house.db, city, [key.officeId], key.date, key.date)).get(keyOf(key)) as DayAsOf
  const [whole, paper] = [await wholeDay(house, city, key, day), await paperOfDay(house, city, key, day)]
  const [issues, taken] = [await issuesOf(house.db, key), await paperLines(house.db, key)]

  const promised = new Map(paper.visits.map(visit => [visit.bookingNumber, visit]))
  const here = whole.rows.flatMap((row): SheetLine[] => {
    const visit = promised.get(row.bookingNumber)
    if (!visit) return []
    const desk = city.desks.find(({ id }) => id === visit.deskId)
    return [
      {
        ...visit,
        ...groupOf(city, desk?.deskGroupId),
        status: row.status,
        taken: taken.has(`b${visit.bookingNumber}`),
        ...(row.ticket && { ticket: row.ticket.code }),
        ...(row.ticket?.deskId !== undefined && { servedAt: row.ticket.deskId }),
        ...(row.status === 'booked' || row.start === visit.start ? {} : { nowAt: row.start }),
      },
    ]
  })
  const known = new Set(here.map(({ bookingNumber }) => bookingNumber))
  const sheet = issues.find(issue => issue.number === number)
  const gone: SheetLine[] = []
  for (const missing of [...(sheet?.visits.keys() ?? [])].filter(each => !known.has(each))) {
    const booking = await bookingByNumber(house.db, missing)
    if (booking) gone.push(goneLine(city, key, booking, taken))
  }
  const lines = [...here, ...gone].sort((one, other) => one.start - other.start || one.bookingNumber - other.bookingNumber)
  return { lines, taken, issues }
}

function goneLine(city: City, key: DayKey, booking: BookingRecord, taken: ReadonlyMap<string, PaperLine>): SheetLine {
  const { number, officeId, date, start, serviceId, deskId, status } = booking
  const isElsewhere = officeId !== key.officeId || date !== key.date
  return {
    ...{ bookingNumber: number, referenceEnd: booking.reference.slice(-4), start, serviceId, deskId, status },
    ...groupOf(city, city.desks.find(({ id }) => id === deskId)?.deskGroupId),
    persons: booking.party.persons,
    taken: taken.has(`b${number}`),
    ...(isElsewhere && { movedTo: { officeId, date, start } }),
  }
}

function groupOf(city: City, deskGroupId = ''): Pick<SheetLine, 'deskGroupId' | 'departmentId'> {
  return { deskGroupId, departmentId: city.deskGroups.find(({ id }) => id === deskGroupId)?.departmentId ?? '' }
}
