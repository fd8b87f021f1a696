import type { City } from '../../src/domain/city.ts'
import { addDays, type Minute } from '../../src/domain/calendar.ts'
import { planOfDay } from '../../src/domain/capacity/plan.ts'
import { readCityFolder } from '../../src/city-folder/read-city-folder.ts'
import { saveCity } from '../../src/repositories/city.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { instantOf } from '../../src/time.ts'
import { leadActs, mishapsOf } from './changes.ts'
import { clerksAct, clerksOf, someoneWaits } from './clerks.ts'
import { addDoors, compareHeads, doorsAct, followDoors, stillInside } from './doors.ts'
import { between, streamOf } from './draw.ts'
import { checkEnds } from './ends.ts'
import { reportOf, type Report } from './figures.ts'
import { ask, clockOf, end, fault, type Order, type Play, type Visitor } from './play.ts'
import { givePriorities, givesUp, marksMissing, receptionActs, takeTimes, undoMistakes } from './reception.ts'
import { residentOf, wantsOf } from './residents.ts'
import { openServers, type Servers } from './servers.ts'
import { aTally, limitOf, lookIntoRooms } from './tally.ts'

/** Which day is simulated, on what. */
export interface Settings {
  /** An empty, migrated database. */
  readonly url: string
  readonly officeId: string
  readonly date: string
  readonly seed: number
  readonly processes: number
  /** People who try to book beforehand, and who come without a booking. */
  readonly residents?: number
  readonly walkIns?: number
  /** People without a code who come through the doors; absent: nobody stands at the doors. */
  readonly throughDoors?: number
}

/** Plays a day of an office from the first booking to the last visitor, and reports what came of it. */
export async function simulate(settings: Settings): Promise<Report> {
  const startedAt = Date.now()
  const city = sampleCity()
  const { officeId, date, seed, url, processes, residents = 600, walkIns = 110 } = settings
  const db = openDatabase(url)
  await saveCity(db, city, instantOf(addDays(date, -10), 600, city.organisation.timeZone))
  const servers = openServers({ url, timeZone: city.organisation.timeZone, seed, officeId, date, processes })
  try {
    const play = openPlay(city, settings)
    await bookBeforehand(play, servers, residents)
    const booked = play.visitors.filter(visitor => visitor.number !== undefined).length
    comeWithout(play, residents, walkIns)
    if (settings.throughDoors !== undefined) play.doors = await addDoors(db, play, settings.throughDoors)
    await playDay(play, servers)
    await checkEnds(db, play)
    return reportOf(play, { ...settings, booked, milliseconds: Date.now() - startedAt })
  } finally {
    await servers.stop()
    await db.destroy()
  }
}

/** The sample city, as one would load it. */
export function sampleCity(): City {
  const reading = readCityFolder('db/seeds/krakow')
  if ('problems' in reading) throw new Error(reading.problems.map(({ message }) => message).join('\n'))
  return { ...reading.city, version: 1 }
}

function openPlay(city: City, { officeId, date, seed }: Settings): Play {
  const plan = planOfDay(city, officeId, date, [])
  const day = { officeId, date }
  return {
    ...{ city, day, seed, plan, planBefore: plan, visitors: [], clerks: clerksOf({ city, day, seed, plan }) },
    ...{
      tally: aTally(city),
      exceptions: [],
      minute: 0,
      changing: false,
      calledTo: new Map(),
      orders: [],
      asked: 0,
      overlooked: 0,
      faults: [],
    },
  }
}

/** People book by the web five days before, and by phone the day before; forty at once. */
async function bookBeforehand(play: Play, servers: Servers, residents: number) {
  const wants = wantsOf(play.city, play.plan)
  const wishing = Array.from({ length: residents }, (_, id) => residentOf(play.seed, id, wants, false))
  for (const [channel, daysBefore] of [['web', 5] as const, ['phone', 1] as const]) {
    const here = wishing.filter(resident => resident.channel === channel)
    for (let first = 0; first < here.length; first += 40) {
      for (const resident of here.slice(first, first + 40)) {
        const { serviceId, party, pick, id } = resident
        const visitor: Visitor = { resident, walkedIn: false, party, standing: 'away', ends: [] }
        play.visitors.push(visitor)
        const request = { ...play.day, serviceId, party, needs: [], groups: [], channel }
        ask(
          play,
          'book',
          { request, pick },
          booking => {
            if (!booking) return end(visitor, 'found-no-time')
            const { number, reference, start } = booking
            Object.assign(visitor, { number, reference, start, party: booking.party })
            if (resident.offset !== undefined) visitor.comesAt = start + resident.offset
          },
          { at: id },
        )
      }
      await burst(play, servers, `${addDays(play.day.date, -daysBefore)}T${channel === 'web' ? '10:00' : '09:00'}`)
    }
  }
}

/** People who come without a booking, most of them in the first hours. */
function comeWithout(play: Play, firstId: number, walkIns: number) {
  const wants = wantsOf(play.city, play.plan)
  const [hours] = play.plan.hours
  if (!hours) throw new Error('the office is closed on that day')
  for (let id = firstId; id < firstId + walkIns; id += 1) {
    const draw = streamOf(play.seed, 'comes', id)
    const resident = residentOf(play.seed, id, wants, true)
    const comesAt = between(draw, hours.from, hours.to - 15)
    play.visitors.push({ resident, walkedIn: true, party: resident.party, standing: 'away', ends: [], comesAt })
  }
}

async function playDay(play: Play, servers: Servers) {
  const opens = play.plan.hours[0]!.from
  const closes = play.plan.hours.at(-1)!.to
  const mishaps = mishapsOf(play)
  for (play.minute = opens - 45; play.minute < closes + 120; play.minute += 1) {
    leadActs(play, mishaps)
    doorsAct(play, play.doors)
    receptionActs(play)
    takeTimes(play)
    givePriorities(play)
    undoMistakes(play)
    clerksAct(play)
    await burst(play, servers)
    if (play.minute % 5 === 0) {
      compareHeads(play, play.doors)
      await burst(play, servers)
    }
    if (play.minute % 60 === 0) await lookClosely(play, servers)
    if (play.minute > closes + 20 && !goesOn(play)) break
  }
  for (const { done, reason } of mishaps) if (!done) fault(play, `${reason} did not come about`)
  for (const visitor of play.visitors) {
    if (visitor.standing === 'waiting' || visitor.standing === 'aside') givesUp(play, visitor)
    if (visitor.standing === 'away' && visitor.number !== undefined && !visitor.markedMissing) marksMissing(play, visitor)
  }
  await burst(play, servers)
  await lookClosely(play, servers)
  for (const visitor of play.visitors) {
    if (visitor.standing === 'away' && visitor.markedMissing) end(visitor, visitor.cameTooLate ? 'came-too-late' : 'missing')
    if (visitor.standing === 'away' && visitor.number === undefined) end(visitor, 'sent-away')
  }
}

function goesOn(play: Play): boolean {
  if (stillInside(play.doors) || play.visitors.some(({ mustBeFound }) => mustBeFound)) return true
  return play.clerks.some(({ visitor, desk }) => visitor !== undefined || someoneWaits(play, desk.deskGroupId))
}

/** Everything that is asked in one minute goes to all processes at once; then the rooms are counted. */
async function burst(play: Play, servers: Servers, at = `${play.day.date}T${timeOf(play.minute)}`) {
  const { orders } = play
  play.orders = []
  const answers = await servers.burst(at, orders)
  // Whoever was sent back may have been called elsewhere in the same minute, never the other way round: calls are noted last.
  const places = [...orders.keys()].sort((one, other) => Number(isCall(orders[one]!)) - Number(isCall(orders[other]!)))
  for (const place of places) {
    const order = orders[place]!
    const answered = answers[place]!
    if (answered.done) order.settle(answered.answer)
    else if (!order.lost?.(answered.error.name)) fault(play, `${order.deed} ${JSON.stringify(order.by)}: ${answered.error.stack}`)
  }
  const { tally, plan, planBefore, minute } = play
  const { calledTo } = play
  const inFact = (zoneId: string) => limitInFact(play, zoneId)
  for (const wrong of lookIntoRooms(tally, plan, planBefore, inFact, minute, calledTo)) fault(play, wrong)
  followDoors(play, play.doors, inFact)
  play.calledTo.clear()
  tally.stillThere.clear()
  play.planBefore = play.plan
  play.changing = false
}

/** The limits of this minute if those desks alone are staffed at which a shift goes on or somebody is, even after closing. */
function limitInFact({ city, day, plan, exceptions, tally, minute }: Play, zoneId: string): number {
  const closes = plan.hours.at(-1)?.to ?? 0
  const from = Math.floor(Math.min(minute, closes - 1) / 5) * 5
  const span = { from, to: from + 5 }
  const ended = minute < closes ? [] : plan.shifts.map(({ deskId }) => ({ kind: 'desk-unstaffed', deskId, span }) as const)
  const stays = [...tally.atDesk.keys()].map(deskId => ({ kind: 'desk-staffed', shift: { deskId, span, channels: [] } }) as const)
  return limitOf(planOfDay(city, day.officeId, day.date, [...exceptions, ...ended, ...stays]), zoneId, from)
}

function isCall({ deed }: Order): boolean {
  return deed === 'call-next'
}

/** Between two minutes: the audit finds nothing, and every process shows what the tally says. */
async function lookClosely(play: Play, servers: Servers) {
  ask(play, 'verify', {}, found => void (found > 0 && fault(play, `verify found ${found}`)))
  for (let at = 0; at < servers.count; at += 1) {
    ask(
      play,
      'look',
      {},
      ({ totals: { byStatus } }) => {
        const shown = [byStatus.arrived ?? 0, (byStatus.called ?? 0) + (byStatus.serving ?? 0)]
        const known = [
          play.visitors.filter(({ standing }) => standing === 'waiting' || standing === 'aside').length,
          play.tally.atDesk.size,
        ]
        if (shown.join() !== known.join())
          fault(play, `the screen of process ${at} shows ${shown.join()} waiting and at desks, not ${known.join()}`)
      },
      { at },
    )
  }
  await burst(play, servers)
}

function timeOf(minute: Minute): string {
  return clockOf(minute).padStart(5, '0')
}
