import type { City } from '../../domain/city.ts'
import type { Day } from '../../domain/capacity/day.ts'
import { paperMark, type PaperVisit } from '../../domain/paper/paper-mark.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { stepsOfDay } from '../../repositories/visit-steps.ts'
import type { VisitStep } from '../../repositories/visit-step-row.ts'
import type { DeskRow } from '../desk/desk-row.ts'
import { wholeDay } from '../desk/whole-day.ts'
import type { House } from '../house.ts'
import { noticesOfDay } from './door-notices.ts'
import { cameUnannounced, promisedSeat } from './promised-seat.ts'

/** What paper shows of a day, and its mark. */
export interface PaperOfDay {
  readonly mark: string
  /** By start: everybody who was promised a time, wherever the queue has them now. */
  readonly visits: readonly PaperVisit[]
}

/** Holds end by themselves, and the displaced are told: neither stands on a sheet. */
const offPaper: ReadonlySet<string> = new Set(['held', 'displaced', 'expired'])

const remembrance = new WeakMap<Day, Promise<PaperOfDay>>()

/** What paper shows of a day, read once a page: the value of the day stands for it. */
export function paperOfDay(house: House, city: City, key: DayKey, day: Day): Promise<PaperOfDay> {
  const known = remembrance.get(day)
  if (known) return known
  const read = readPaper(house, city, key, day)
  remembrance.set(day, read)
  read.catch(() => remembrance.delete(day))
  return read
}

async function readPaper(house: House, city: City, key: DayKey, day: Day): Promise<PaperOfDay> {
  const { rows } = await wholeDay(house, city, key, day)
  const steps = byVisit(await stepsOfDay(house.db, key))
  const visits = rows
    .filter(row => !offPaper.has(row.status) && !cameUnannounced(steps.get(row.bookingNumber) ?? []))
    .map(row => paperVisit(row, steps.get(row.bookingNumber) ?? []))
    .sort((one, other) => one.start - other.start || one.bookingNumber - other.bookingNumber)
  const notices = JSON.stringify(noticesOfDay(city, day.plan))
  return { mark: paperMark(day.plan, visits, notices), visits }
}

function paperVisit(row: DeskRow, steps: readonly VisitStep[]): PaperVisit {
  const seat = row.status === 'booked' ? undefined : promisedSeat(steps)
  return {
    bookingNumber: row.bookingNumber,
    referenceEnd: row.referenceEnd,
    start: seat?.start ?? row.start,
    minutes: seat ? seat.end - seat.start : row.minutes,
    deskId: seat?.deskId ?? row.deskId,
    serviceId: row.serviceId,
    persons: row.persons,
    exempt: row.exempt.reduce((sum, { persons }) => sum + persons, 0),
    needs: row.needs,
  }
}

function byVisit(steps: readonly VisitStep[]): ReadonlyMap<number, readonly VisitStep[]> {
  const visits = new Map<number, VisitStep[]>()
  for (const step of steps) {
    const known = visits.get(step.bookingNumber)
    if (known) known.push(step)
    else visits.set(step.bookingNumber, [step])
  }
  return visits
}
