import type { Zone } from '../../domain/city.ts'
import { isAtDesk, isPresent } from '../../domain/booking/transitions.ts'
import { moved } from '../../domain/queue/head-count.ts'
import { weightsOnPath, type Weight } from '../../domain/queue/weight-on-path.ts'
import { zonesOf } from '../../domain/queue/room-heads.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { turnDoor } from '../../repositories/change-door.ts'
import { devicesInUse } from '../../repositories/devices.ts'
import { lastWayOf } from '../../repositories/door-events.ts'
import { doorParty, forgetDoorParties, writeDoorParty, type DoorParty } from '../../repositories/door-parties.ts'
import { headCount } from '../../repositories/head-counts.ts'
import { minuteOf } from '../desk/attendance.ts'
import type { OpenDay } from '../day/on-day.ts'
import { doorVisitOf } from './door-place.ts'
import { planAtDoor } from './plan-at-door.ts'
import { writeCount } from './write-count.ts'

/**
 * Lets the count of heads follow what was done to a visit at the desks, in the same transaction: called, it stands in
 * the desk's room; over, it has left. It may be asked again and again: what counts is where the party is, not the way.
 *
 * Where a guard stands at the door, checking in lets nobody in. Where guards count who goes out, a visit that is over
 * leaves its room, and the building by the door.
 *
 * @param uncalled  a call was taken back: whom no guard has let in, and only the call counted, is outside again
 */
export async function followAtDoor(open: OpenDay, booking: BookingRecord, ticket?: Ticket, uncalled = false): Promise<void> {
  if (open.turned.date !== dateNow(open)) return
  const seen = await changeOf(open, booking, ticket, uncalled)
  if (JSON.stringify(seen.from) === JSON.stringify(seen.to)) return

  const turned = await turnDoor(open.trx, open.turned)
  // A guard may have let the party in or out until the door was ours alone.
  const { from, to } = await changeOf(open, booking, ticket, uncalled)
  const minute = minuteOf(open)
  const stretch = { from: Math.min(turned.countedTo || minute, minute), to: minute }
  const plan = await planAtDoor(open.trx, { city: open.city, key: open.turned, day: open.day, ...stretch }, ticket?.deskId)
  const before = await headCount(open.trx, open.turned)
  await writeCount(open.trx, turned, { plan, before, after: moved(plan, before, from, to), minute })
  if (to.length === 0) return forgetDoorParties(open.trx, turned, booking.number)
  await writeDoorParty(open.trx, turned, { bookingNumber: booking.number, weights: to, since: open.house.clock.instant() })
}

/** For what a party is counted, and for what it should be. */
async function changeOf(
  open: OpenDay,
  booking: BookingRecord,
  ticket: Ticket | undefined,
  uncalled: boolean,
): Promise<WeightChange> {
  const was = await doorParty(open.trx, open.turned, booking.number)
  const guards = await devicesInUse(open.trx, open.turned.officeId, ['guard', 'scanner'])
  if (uncalled && guards.length > 0 && (await lastWayOf(open.trx, open.turned, booking.number)) !== 'enter')
    return { from: was?.weights ?? [], to: [] }
  const exits = guards.some(each => each.countsExits) && (await hasComeIn(open, booking))
  return { from: was?.weights ?? [], to: placeOf(open, booking, ticket, was, { guarded: guards.length > 0, exits }) }
}

interface WeightChange {
  readonly from: readonly Weight[]
  readonly to: readonly Weight[]
}

/** Whoever was called and never came through a door has nothing to go out of. */
async function hasComeIn({ trx, turned }: OpenDay, { number, status }: BookingRecord): Promise<boolean> {
  return isPresent(status) || status === 'served' || (await lastWayOf(trx, turned, number)) !== undefined
}

function placeOf(
  open: OpenDay,
  booking: BookingRecord,
  ticket: Ticket | undefined,
  was: DoorParty | undefined,
  { guarded, exits }: { guarded: boolean; exits: boolean },
): readonly Weight[] {
  const [visit] = doorVisitOf(open.city, booking, ticket)
  const inside = was?.weights ?? []
  if (!visit) return inside
  if (isAtDesk(visit.status)) return weightsOnPath(open.day.plan, visit.zoneId, visit.party)
  if (!isPresent(visit.status)) return exits ? inside.filter(({ zoneId }) => zoneId === buildingOf(open)?.id) : []
  if (inside.length > 0 || guarded) return inside

  const party = { ...visit, bookingNumber: visit.number, status: visit.status }
  const [zoneId] = zonesOf(open.day.plan, party, minuteOf(open))
  return zoneId === undefined ? [] : weightsOnPath(open.day.plan, zoneId, visit.party)
}

function buildingOf(open: OpenDay): Zone | undefined {
  return open.day.plan.zones[0]?.zone
}

function dateNow(open: OpenDay): string {
  const office = open.city.offices.find(each => each.id === open.turned.officeId)
  return open.house.clock.now(office?.timeZone ?? open.city.organisation.timeZone).date
}
