import type { Knex } from 'knex'
import type { Status } from '../../src/domain/booking/status.ts'
import { bookingByNumber, bookingsOfDay } from '../../src/repositories/bookings.ts'
import { stepsOfDay } from '../../src/repositories/visit-steps.ts'
import { fault, type End, type Play } from './play.ts'

/** What the database must say of somebody for whom it ended so. */
const statusOf: Readonly<Record<End, Status | undefined>> = {
  served: 'served',
  missing: 'no-show',
  'came-too-late': 'no-show',
  'called-off': 'cancelled',
  'gave-up': 'cancelled',
  'moved-elsewhere': 'booked',
  'sent-away': undefined,
  'found-no-time': undefined,
}

/** Every visitor has exactly one end, the database knows the same, and knows nobody else. Then the desks, step by step. */
export async function checkEnds(db: Knex, play: Play): Promise<void> {
  const known = new Set<number>()
  for (const { number, ends, resident } of play.visitors) {
    const [how, ...more] = ends
    if (!how || more.length > 0) fault(play, `resident ${resident.id} (${number}) has the ends ${JSON.stringify(ends)}`)
    if (number === undefined || !how) continue
    if (known.has(number)) fault(play, `${number} is two people`)
    known.add(number)
    const booking = await bookingByNumber(db, number)
    if (booking?.status !== statusOf[how]) fault(play, `${number} is ${booking?.status}, and ended as ${how}`)
    const isElsewhere = booking?.officeId !== play.day.officeId || booking.date !== play.day.date
    if (isElsewhere !== (how === 'moved-elsewhere')) fault(play, `${number} is on ${booking?.officeId} ${booking?.date}`)
  }
  for (const { number } of await bookingsOfDay(db, play.day)) if (!known.has(number)) fault(play, `nobody knows ${number}`)
  await replay(db, play)
}

interface Place {
  readonly deskId: string | undefined
}

/** The steps in the order in which they were committed: no desk has two at any moment, nobody is at two desks. */
async function replay(db: Knex, play: Play) {
  const atDesk = new Map<string, number>()
  const history = new Map<number, Place[]>()
  for (const { number, bookingNumber, step, deskId } of await stepsOfDay(db, play.day)) {
    const places = history.get(bookingNumber) ?? [{ deskId: undefined }]
    history.set(bookingNumber, places)
    const before = places.at(-1)!.deskId
    if (step === 'undo') places.pop()
    else places.push({ deskId: whereAfter(step, before, deskId) })
    const after = places.at(-1)?.deskId
    if (before !== undefined && before !== after) atDesk.delete(before)
    if (after === undefined || after === before) continue
    if (step === 'call' && before !== undefined) fault(play, `step ${number} calls ${bookingNumber} away from ${before}`)
    const other = atDesk.get(after)
    if (other !== undefined) fault(play, `step ${number} brings ${bookingNumber} to ${after}, which has ${other}`)
    atDesk.set(after, bookingNumber)
  }
  if (atDesk.size > 0) fault(play, `in the end ${[...atDesk.values()].join(', ')} are still at desks`)
}

function whereAfter(step: string, before: string | undefined, deskId: string | undefined): string | undefined {
  if (step === 'call') return deskId
  return step === 'recall' || step === 'start' ? before : undefined
}
