import type { Minute } from '../../src/domain/calendar.ts'
import type { NextCall } from '../../src/use-cases/desk/call-next.ts'
import type { AnswerOf, AskedBy, Deed } from './deeds.ts'
import { between, drawn, streamOf } from './draw.ts'
import { ask, end, fault, type Clerk, type Play, type Visitor } from './play.ts'
import { sitsDown, standsUp } from './tally.ts'

/** One clerk for every desk that has a shift on the day. */
export function clerksOf({ city, day, seed, plan }: Pick<Play, 'city' | 'day' | 'seed' | 'plan'>): Clerk[] {
  return city.desks
    .filter(desk => desk.officeId === day.officeId && plan.shifts.some(shift => shift.deskId === desk.id))
    .map(desk => ({
      ...{ desk, draw: streamOf(seed, 'clerk', desk.id), ill: false },
      ...{ freeAt: 0, nextAt: 0, calls: 0, busy: [] },
    }))
}

/** Lets every clerk do what is due in this minute. */
export function clerksAct(play: Play): void {
  play.clerks.forEach((clerk, place) => {
    if (clerk.visitor) {
      if (play.minute >= clerk.nextAt) attend(play, clerk, clerk.visitor, place)
      return
    }
    if (!mayCall(play, clerk)) return
    callNext(play, clerk, place)
    // Some press twice, and the second press reaches another process.
    if (clerk.draw() < 0.05) callNext(play, clerk, place + 1)
  })
}

/** Whether somebody waits for the desks of a queue, as the clerks see it on their screens. */
export function someoneWaits(play: Play, deskGroupId: string): boolean {
  return play.visitors.some(({ standing, queue }) => standing === 'waiting' && queue === deskGroupId)
}

function mayCall(play: Play, { ill, freeAt, desk, draw }: Clerk): boolean {
  if (ill || play.minute < freeAt) return false
  const spans = play.plan.shifts.filter(shift => shift.deskId === desk.id).map(shift => shift.span)
  const first = Math.min(...spans.map(({ from }) => from))
  if (spans.length === 0 || play.minute < first) return false
  // Whoever waits when a shift ends is still served; and now and then somebody presses for nothing.
  return someoneWaits(play, desk.deskGroupId) || draw() < 0.1
}

function callNext(play: Play, clerk: Clerk, at: number) {
  ask(play, 'call-next', { deskId: clerk.desk.id }, answer => settleCall(play, clerk, answer), { at })
}

function settleCall(play: Play, clerk: Clerk, answer: NextCall) {
  if (answer.kind !== 'called') return
  const { booking, ticket } = answer.visit
  const visitor = play.visitors.find(each => each.number === booking.number)
  if (!visitor) return fault(play, `${clerk.desk.id} called ${booking.number}, whom nobody knows`)
  for (const wrong of sitsDown(play.tally, clerk.desk.id, booking.number, booking.party)) fault(play, wrong)
  // They went in the same minute, or were called off: the desk is free again.
  if (visitor.standing === 'over') return standsUp(play.tally, booking.number)

  if (ticket.deskGroupId !== clerk.desk.deskGroupId) fault(play, `${clerk.desk.id} called somebody of another queue`)
  play.calledTo.set(clerk.desk.id, booking.number)
  visitor.standing = 'called'
  visitor.firstCalledAt ??= play.minute
  // Whoever waits outside comes in when called, whatever they were told before.
  if (play.doors && !visitor.inside) visitor.comesAt = play.minute + 1
  const slip = clerk.draw() < 0.02 ? ('undo-call' as const) : undefined
  Object.assign(clerk, { visitor, calls: 1, nextAt: play.minute + 1, ...(slip && { slip }) })
  clerk.busy.push({ from: play.minute, to: play.minute })
}

function attend(play: Play, clerk: Clerk, visitor: Visitor, at: number) {
  if (clerk.slip === 'undo-call') return undoCall(play, clerk, visitor, at)
  if (clerk.slip === 'undo-finish') return undoFinish(play, clerk, visitor, at)
  if (visitor.standing === 'called')
    return visitor.resident.comesAtCall <= clerk.calls ? start(play, clerk, visitor, at) : recall(play, clerk, visitor, at)
  if (visitor.resident.habit === 'fills-in-a-form' && !visitor.habitDone) return park(play, clerk, visitor, at)
  if (visitor.resident.habit === 'must-go-elsewhere' && !visitor.habitDone) return forward(play, clerk, visitor, at)
  finish(play, clerk, visitor, at)
}

function start(play: Play, clerk: Clerk, visitor: Visitor, at: number) {
  askOf(play, 'start', visitor, at, ({ booking }) => {
    visitor.standing = 'serving'
    visitor.servingFrom ??= play.minute
    visitor.servedFrom = play.minute
    const minutes = visitor.habitDone ? between(clerk.draw, 4, 9) : (booking.end - booking.start) * visitor.resident.pace
    const shortened = visitor.resident.habit === 'fills-in-a-form' && !visitor.habitDone
    clerk.nextAt = play.minute + Math.max(2, Math.round(shortened ? 3 : minutes))
  })
}

function recall(play: Play, clerk: Clerk, visitor: Visitor, at: number) {
  askOf(play, 'recall', visitor, at, ({ kind, callsLeft }) => {
    clerk.calls += 1
    clerk.nextAt = play.minute + 2
    if (kind === 'called') return callsLeft < 0 && fault(play, `${visitor.number} was called too often`)
    frees(play, clerk, 1)
    end(visitor, 'missing')
  })
}

function park(play: Play, clerk: Clerk, visitor: Visitor, at: number) {
  askOf(play, 'park', visitor, at, () => {
    visitor.habitDone = true
    visitor.standing = 'aside'
    visitor.comesAt = play.minute + 8
    frees(play, clerk, 1)
  })
}

function forward(play: Play, clerk: Clerk, visitor: Visitor, at: number) {
  const staffed = play.clerks.filter(each => !each.ill).map(each => each.desk.deskGroupId)
  const others = [...new Set(staffed)].filter(id => id !== clerk.desk.deskGroupId).sort()
  const deskGroupId = drawn(
    streamOf(play.seed, 'elsewhere', visitor.resident.id),
    others.map(id => [id, 1] as const),
  )
  ask(
    play,
    'forward',
    { number: visitor.number!, deskGroupId },
    ({ visit }) => {
      visitor.habitDone = true
      visitor.standing = 'waiting'
      visitor.queue = visit.ticket.deskGroupId
      frees(play, clerk, cleaning(play))
    },
    { at },
  )
}

function finish(play: Play, clerk: Clerk, visitor: Visitor, at: number) {
  askOf(play, 'finish', visitor, at, () => {
    standsUp(play.tally, visitor.number!)
    visitor.servedAt = play.minute
    if (clerk.draw() < 0.02) return Object.assign(clerk, { slip: 'undo-finish', nextAt: play.minute + 1 })
    frees(play, clerk, cleaning(play))
    end(visitor, 'served')
  })
}

function undoCall(play: Play, clerk: Clerk, visitor: Visitor, at: number) {
  delete clerk.slip
  const settle = ({ booking, ticket }: AnswerOf<'undo'>) => {
    if (booking.status !== 'arrived') fault(play, `${visitor.number} is ${booking.status} after the call was undone`)
    visitor.standing = 'waiting'
    visitor.queue = ticket!.deskGroupId
    if (!visitor.inside) play.doors?.where.delete(visitor)
    frees(play, clerk, 1)
  }
  askOf(play, 'undo', visitor, at, settle, refused)
}

/** A clerk who has pressed too early serves on, and finishes in the next minute. */
function undoFinish(play: Play, clerk: Clerk, visitor: Visitor, at: number) {
  delete clerk.slip
  const settle = ({ booking }: AnswerOf<'undo'>) => {
    if (booking.status !== 'serving') fault(play, `${visitor.number} is ${booking.status} after the finish was undone`)
    for (const wrong of sitsDown(play.tally, clerk.desk.id, booking.number, booking.party)) fault(play, wrong)
    play.tally.stillThere.add(booking.number)
    clerk.nextAt = play.minute + 1
  }
  askOf(play, 'undo', visitor, at, settle, name => refused(name) && endServed(play, clerk, visitor))
}

/** Asks for something that is done to one visit. */
function askOf<D extends DeedOfVisit>(
  play: Play,
  deed: D,
  { number }: Visitor,
  at: number,
  settle: (answer: AnswerOf<D>) => void,
  lost?: (errorName: string) => boolean,
) {
  ask(play, deed, { number: number! } as AskedBy<D>, settle, { at, ...(lost && { lost }) })
}

type DeedOfVisit = { [D in Deed]: { number: number } extends AskedBy<D> ? D : never }[Deed]

function endServed(play: Play, clerk: Clerk, visitor: Visitor): true {
  frees(play, clerk, cleaning(play))
  end(visitor, 'served')
  return true
}

/** The place was given to somebody else meanwhile: a known answer to undoing. */
function refused(errorName: string): boolean {
  return errorName === 'BookingRefused'
}

function cleaning(play: Play): Minute {
  return play.plan.turnoverMinutes
}

/** The desk is free again, after so many minutes. */
export function frees(play: Play, clerk: Clerk, afterMinutes: Minute): void {
  const { visitor } = clerk
  if (visitor?.number !== undefined) standsUp(play.tally, visitor.number)
  const last = clerk.busy.at(-1)
  if (last) last.to = play.minute + Math.min(afterMinutes, cleaning(play))
  clerk.freeAt = play.minute + afterMinutes
  delete clerk.visitor
  delete clerk.slip
}
