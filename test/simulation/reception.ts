import type { CheckIn } from '../../src/use-cases/desk/check-in.ts'
import type { BookingRecord } from '../../src/repositories/bookings.ts'
import type { Ticket } from '../../src/domain/queue/ticket.ts'
import { comesToDoor } from './doors.ts'
import { frees } from './clerks.ts'
import type { AnswerOf } from './deeds.ts'
import { streamOf } from './draw.ts'
import { ask, end, fault, type Play, type Visitor } from './play.ts'

/** Lets everybody who comes in this minute go to the kiosk, and the reception do its round. */
export function receptionActs(play: Play): void {
  for (const visitor of play.visitors) {
    if (visitor.standing === 'over') continue
    if (visitor.comesAt !== undefined && visitor.comesAt <= play.minute) comes(play, visitor)
    if (visitor.readsTicketAt === play.minute) checksIn(play, visitor, visitor.number!)
    if (visitor.standing === 'waiting' && losesPatience(play, visitor)) givesUp(play, visitor)
    if (visitor.standing === 'waiting' && isOverlooked(play, visitor)) overlooks(play, visitor)
  }
  if (play.minute % 5 === 0) lookForMissing(play)
}

/** Somebody is at the kiosk, or back at the desks with the form filled in. */
function comes(play: Play, visitor: Visitor) {
  delete visitor.comesAt
  const { number } = visitor
  if (visitor.standing === 'aside') return takesBack(play, visitor)
  if (number === undefined) return walksIn(play, visitor)
  if (play.doors && !visitor.inside) return comesToDoor(play, play.doors, visitor)
  checksIn(play, visitor, number)
}

function checksIn(play: Play, visitor: Visitor, number: number) {
  const { resident } = visitor
  visitor.checksInAt = play.minute
  const twice = resident.habit === 'presses-twice'
  for (let press = 0; press < (twice ? 2 : 1); press += 1)
    ask(play, 'check-in', { number }, answer => checkedIn(play, visitor, answer, twice), { at: resident.id + press })
}

function checkedIn(play: Play, visitor: Visitor, answer: CheckIn, twice: boolean) {
  if (visitor.standing === 'over') return
  if (answer.kind === 'checked-in') return waits(play, visitor, answer.visit)
  if (answer.kind === 'already' && visitor.readsTicketAt !== undefined) return waits(play, visitor, answer.visit)
  if (answer.kind === 'already' && twice) return
  if (answer.kind === 'too-early') return void (visitor.comesAt = answer.opensAt)
  if (answer.kind === 'too-late') return void (visitor.cameTooLate = true)
  // Whoever is told by phone that the time was moved may stand at the kiosk at that moment.
  if ((answer.kind === 'over' || answer.kind === 'wrong-day' || answer.kind === 'wrong-office') && play.changing) return
  fault(play, `${visitor.number} was answered ${answer.kind} when they came`)
}

/** Somebody has a ticket. */
export function waits(play: Play, visitor: Visitor, { booking, ticket }: { booking: BookingRecord; ticket: Ticket }): void {
  visitor.number = booking.number
  visitor.reference = booking.reference
  visitor.party = booking.party
  visitor.start = booking.start
  visitor.arrivedAt ??= play.minute
  visitor.queue = ticket.deskGroupId
  if (visitor.standing === 'away') visitor.standing = 'waiting'
  delete visitor.markedMissing
  if (ticket.bookedStart !== undefined) visitor.bookedStart = ticket.bookedStart
  if (visitor.resident.habit === 'has-priority') visitor.asksPriorityAt = play.minute + 1
}

function walksIn(play: Play, visitor: Visitor) {
  const { resident } = visitor
  const walkIn = {
    ...{ officeId: play.day.officeId, serviceId: resident.serviceId, party: resident.party, needs: [], groups: [] },
    ...({ channel: 'kiosk', language: 'pl' } as const),
  }
  const presses = resident.habit === 'presses-twice' ? 2 : 1
  for (let press = 0; press < presses; press += 1) {
    const once = `kiosk-${resident.id}-${play.minute}`
    ask(
      play,
      'walk-in',
      { walkIn, once },
      answer => {
        if (answer.kind === 'admitted') {
          if (visitor.number !== undefined && visitor.number !== answer.visit.booking.number)
            fault(play, `two tickets for one press: ${visitor.number} and ${answer.visit.booking.number}`)
          delete visitor.takesTime
          if (play.doors) visitor.comesAt = play.minute + 1
          return waits(play, visitor, answer.visit)
        }
        // A ticket that the other press has brought is as good.
        if (visitor.number !== undefined) return
        const later = answer.alternatives.find(each => each.officeId === play.day.officeId && each.date === play.day.date)
        visitor.takesTime = later && resident.comesBack ? later.start : 'none'
      },
      { at: resident.id + press },
    )
  }
}

/** A walk-in who was told a time later today has it booked at the reception. */
export function takeTimes(play: Play): void {
  for (const visitor of play.visitors) {
    if (visitor.takesTime === undefined || visitor.standing === 'over') continue
    const { resident, takesTime: start } = visitor
    delete visitor.takesTime
    if (start === 'none') {
      end(visitor, 'sent-away')
      continue
    }
    const { serviceId, party, id } = resident
    const request = { ...play.day, serviceId, party, start, needs: [], groups: [], channel: 'phone' as const }
    ask(
      play,
      'book-at',
      { request },
      booking => {
        if (!booking) return end(visitor, 'sent-away')
        visitor.number = booking.number
        visitor.reference = booking.reference
        visitor.start = booking.start
        visitor.toldLater = true
        visitor.comesAt = Math.max(play.minute + 1, booking.start - 10)
      },
      { at: id },
    )
  }
}

function takesBack(play: Play, visitor: Visitor) {
  ask(
    play,
    'take-back',
    { number: visitor.number! },
    ({ ticket }) => {
      visitor.standing = 'waiting'
      visitor.queue = ticket.deskGroupId
    },
    { at: visitor.resident.id },
  )
}

/** The reception gives priority to whoever asks for it, if they are not called yet. */
export function givePriorities(play: Play): void {
  for (const visitor of play.visitors) {
    if (visitor.asksPriorityAt !== play.minute || visitor.standing !== 'waiting') continue
    ask(play, 'priority', { number: visitor.number! }, () => undefined, { lost: name => name === 'NotNow' })
  }
}

function losesPatience({ minute }: Play, { arrivedAt = 0, start = 0, resident }: Visitor): boolean {
  return minute > Math.max(arrivedAt, start) + resident.patience
}

/** Somebody goes, though a desk may call them in the same minute. */
export function givesUp(play: Play, visitor: Visitor): void {
  ask(play, 'leave', { number: visitor.number! }, () => goes(play, visitor, 'gave-up'), { lost: name => name === 'NotNow' })
}

/** Somebody is gone, wherever they stood. */
export function goes(play: Play, visitor: Visitor, how: 'gave-up' | 'called-off'): void {
  const clerk = play.clerks.find(each => each.visitor === visitor)
  if (clerk) frees(play, clerk, 1)
  end(visitor, how)
}

/** Marks as missing who should have come by now; a kiosk may check them in at that very moment. */
function lookForMissing(play: Play) {
  for (const visitor of play.visitors) {
    const { start = 0, standing, number, markedMissing, mustBeFound } = visitor
    if (standing !== 'away' || number === undefined || markedMissing || mustBeFound) continue
    if (start + play.plan.latestAfterMinutes + 2 <= play.minute) marksMissing(play, visitor)
  }
}

/** Marks one as missing, unless they check in or the lead has called off or moved the visit in this very minute. */
export function marksMissing(play: Play, visitor: Visitor): void {
  const { number } = visitor
  const lost = (name: string) => {
    if (name === 'NotFound') return visitor.ends.at(-1) === 'moved-elsewhere'
    return name === 'NotNow' && (play.changing || visitor.checksInAt === play.minute)
  }
  ask(play, 'no-show', { number: number!, seen: 'booked' }, () => void (visitor.markedMissing = true), { lost })
}

/** One in twenty is not seen by the reception a few minutes after they came. */
function isOverlooked({ seed, minute }: Play, { resident, arrivedAt = 0, comesAt, readsTicketAt = 0 }: Visitor): boolean {
  if (arrivedAt + 3 !== minute || comesAt !== undefined || readsTicketAt >= minute) return false
  return streamOf(seed, 'overlooked', resident.id)() < 0.05
}

/** Marks as missing somebody who is there: a mistake, which is undone in the next minute. A desk may call them in this one. */
function overlooks(play: Play, visitor: Visitor) {
  const settle = () => {
    play.overlooked += 1
    visitor.standing = 'away'
    visitor.mustBeFound = true
    delete visitor.queue
  }
  ask(play, 'no-show', { number: visitor.number!, seen: 'arrived' }, settle, { lost: name => name === 'NotNow' })
}

/** Takes back what was marked by mistake. Whose place was given away meanwhile, and no other is left, has to come again. */
export function undoMistakes(play: Play): void {
  for (const visitor of play.visitors) {
    if (!visitor.mustBeFound) continue
    const settle = ({ booking, ticket }: AnswerOf<'undo'>) => {
      delete visitor.mustBeFound
      if (booking.status !== 'arrived' || !ticket) return fault(play, `${visitor.number} was not found again`)
      waits(play, visitor, { booking, ticket })
    }
    const lost = (name: string) => {
      if (name !== 'BookingRefused') return false
      delete visitor.mustBeFound
      end(visitor, 'missing')
      return true
    }
    ask(play, 'undo', { number: visitor.number! }, settle, { lost })
  }
}
