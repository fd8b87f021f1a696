import type { Minute } from '../../domain/calendar.ts'
import type { Channel, City } from '../../domain/city.ts'
import type { Status } from '../../domain/booking/status.ts'
import type { DayPlan } from '../../domain/capacity/day.ts'
import type { Refusal } from '../../domain/booking/refusal.ts'
import type { CompanionKind } from '../../domain/capacity/occupancy-rule.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { DayVisit } from '../../repositories/day-visits.ts'

/** One visit as the desks see it. No name, no address, no phone number. */
export interface DeskRow {
  readonly bookingNumber: number
  readonly reference: string
  /** The four signs after the dash: enough to know somebody at the desk by. */
  readonly referenceEnd: string
  readonly start: Minute
  readonly end: Minute
  /** The time that was booked, if it is another than the one the plan now counts with. */
  readonly bookedStart?: Minute
  readonly minutes: number
  readonly serviceId: string
  readonly status: Status
  readonly channel: Channel
  /** The desk of the promise. */
  readonly deskId: string
  /** The queue it stands in, or will. */
  readonly deskGroupId: string
  readonly departmentId: string
  readonly zoneId: string
  readonly persons: number
  /** Companions that the sanitary limit of the desk's room does not count. */
  readonly exempt: readonly { readonly kind: CompanionKind; readonly persons: number }[]
  /** Ids of needs. */
  readonly needs: readonly string[]
  /** Why it was kept although there is no place for it: shown in red. */
  readonly excused?: string
  /** What leaves no place for somebody who has not come yet, since the city was changed: shown in red too. */
  readonly unfit?: Refusal
  readonly ticket?: Ticket
  /** By how much they have said they will be late. */
  readonly saysLateMinutes?: number
}

/** A visit as a row. */
export function deskRow(city: City, plan: DayPlan, { booking, ticket, excused, saysLateMinutes }: DayVisit): DeskRow {
  const desk = city.desks.find(each => each.id === booking.deskId)
  const deskGroupId = ticket?.deskGroupId ?? desk?.deskGroupId ?? ''
  const group = city.deskGroups.find(each => each.id === deskGroupId)
  const bookedStart = ticket?.bookedStart
  return {
    bookingNumber: booking.number,
    reference: booking.reference,
    referenceEnd: booking.reference.slice(-4),
    start: booking.start,
    end: booking.end,
    ...(bookedStart !== undefined && bookedStart !== booking.start && { bookedStart }),
    minutes: booking.end - booking.start,
    serviceId: booking.serviceId,
    status: booking.status,
    channel: booking.channel,
    deskId: booking.deskId,
    deskGroupId,
    departmentId: group?.departmentId ?? '',
    zoneId: desk?.zoneId ?? '',
    persons: booking.party.persons,
    exempt: exemptIn(plan, desk?.zoneId, booking),
    needs: booking.needs,
    ...(excused !== undefined && { excused }),
    ...(ticket && { ticket }),
    ...(saysLateMinutes !== undefined && { saysLateMinutes }),
  }
}

function exemptIn(plan: DayPlan, zoneId: string | undefined, booking: DayVisit['booking']): DeskRow['exempt'] {
  const limits = plan.zones.find(({ zone }) => zone.id === zoneId)
  return (Object.entries(booking.party.companions) as [CompanionKind, number][])
    .map(([kind, persons]) => ({ kind, persons: Math.min(persons, limits?.exempt.get(kind) ?? 0) }))
    .filter(({ persons }) => persons > 0)
}
