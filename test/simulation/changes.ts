import type { Minute } from '../../src/domain/calendar.ts'
import type { DayException } from '../../src/domain/capacity/day.ts'
import { planOfDay } from '../../src/domain/capacity/plan.ts'
import type { Decision, DisplacedVisit } from '../../src/use-cases/desk/change-day/proposal.ts'
import type { Reached } from '../../src/use-cases/desk/change-day/publish.ts'
import { drawn, streamOf } from './draw.ts'
import { ask, end, fault, type Clerk, type Play } from './play.ts'
import { goes } from './reception.ts'

/** Something that befalls the office in a minute of its day. */
export interface Mishap {
  readonly at: Minute
  readonly reason: string
  readonly exceptions: readonly DayException[]
  readonly ill: readonly string[]
  tries: number
  decisions?: ReadonlyMap<number, Decision>
  done: boolean
}

/** What befalls an office on a day: a desk opens an hour late, two clerks fall ill at 9:30, a hall is aired. */
export function mishapsOf({ plan, seed, clerks }: Pick<Play, 'plan' | 'seed' | 'clerks'>): Mishap[] {
  const draw = streamOf(seed, 'mishaps')
  const opens = plan.hours[0]?.from ?? 480
  const closes = plan.hours.at(-1)?.to ?? 960
  const byLot = clerks.map(clerk => ({ clerk, lot: draw() })).sort((one, other) => one.lot - other.lot)
  const [late, ...others] = byLot.map(({ clerk }) => clerk.desk) as [Clerk['desk'], ...Clerk['desk'][]]
  const ill = others.slice(0, 2).map(desk => desk.id)
  const off = (deskId: string, from: Minute, to: Minute) => ({ kind: 'desk-unstaffed', deskId, span: { from, to } }) as const
  const aired = others.find(({ zoneId }) => zoneId !== late.zoneId)?.zoneId ?? late.zoneId
  const mishap = (at: Minute, reason: string, exceptions: DayException[], sick: string[] = []): Mishap => ({
    ...{ at, reason, exceptions, ill: sick, tries: 0, done: false },
  })
  return [
    mishap(opens - 15, 'otwarcie później', [off(late.id, opens, opens + 60)]),
    mishap(
      570,
      'nieobecność',
      ill.map(id => off(id, 570, closes)),
      ill,
    ),
    mishap(640, 'wietrzenie', [{ kind: 'zone-closed', zoneId: aired, span: { from: 660, to: 680 } }]),
  ]
}

/** Lets whoever leads the day do what is due: look at what a change would do, then save it with a decision for each. */
export function leadActs(play: Play, mishaps: readonly Mishap[]): void {
  for (const mishap of mishaps) {
    if (mishap.done || play.minute < mishap.at) continue
    for (const clerk of play.clerks) if (mishap.ill.includes(clerk.desk.id)) clerk.ill = true
    if (mishap.decisions) save(play, mishap, mishap.decisions)
    else look(play, mishap)
  }
}

function look(play: Play, mishap: Mishap) {
  ask(play, 'propose', { exceptions: mishap.exceptions }, ({ displaced }) => {
    mishap.decisions = decisionsOn(play, displaced, 0)
  })
}

function save(play: Play, mishap: Mishap, decisions: ReadonlyMap<number, Decision>) {
  const { exceptions, reason } = mishap
  play.changing = true
  mishap.tries += 1
  ask(play, 'publish', { exceptions, decisions, reason }, answer => {
    if (answer.published) return published(play, mishap, answer.reached)
    mishap.decisions = decisionsOn(play, answer.proposal.displaced, mishap.tries)
    if (mishap.tries > 20) fault(play, `${reason} could not be saved in ${mishap.tries} minutes`)
    if (mishap.tries > 20) mishap.done = true
  })
}

/**
 * Most are moved, some are kept with a reason, some are called off. Whoever has come cannot be sent to another day. Who is
 * kept may take the place that was proposed to somebody else: then the lead decides anew, and in the end keeps them all.
 */
function decisionsOn(play: Play, displaced: readonly DisplacedVisit[], tries: number): ReadonlyMap<number, Decision> {
  return new Map(
    displaced.map(({ booking, proposal }): [number, Decision] => {
      const draw = streamOf(play.seed, 'decision', booking.number, tries)
      const wish = drawn(draw, [['move', 7] as const, ['keep', 2] as const, ['call-off', 1] as const])
      const stays = proposal?.officeId === play.day.officeId && proposal.date === play.day.date
      if (tries > 5) return [booking.number, { kind: 'keep', reason: 'już w drodze' }]
      if (wish === 'move' && proposal && (stays || booking.status === 'booked'))
        return [booking.number, { kind: 'move', to: proposal }]
      if (wish === 'call-off' && booking.status !== 'called') return [booking.number, { kind: 'call-off' }]
      return [booking.number, { kind: 'keep', reason: 'już w drodze' }]
    }),
  )
}

function published(play: Play, mishap: Mishap, reached: readonly Reached[]) {
  mishap.done = true
  play.exceptions.push(...mishap.exceptions)
  play.plan = planOfDay(play.city, play.day.officeId, play.day.date, play.exceptions)
  for (const { after, decision } of reached) {
    const visitor = play.visitors.find(each => each.number === after.number)
    if (!visitor) return fault(play, `${after.number} was reached, whom nobody knows`)
    if (decision.kind === 'call-off') goes(play, visitor, 'called-off')
    else if (after.officeId !== play.day.officeId || after.date !== play.day.date) end(visitor, 'moved-elsewhere')
    else {
      visitor.start = after.start
      if (visitor.standing === 'away' && visitor.resident.offset !== undefined)
        visitor.comesAt = Math.max(play.minute + 1, after.start + visitor.resident.offset)
    }
  }
}
