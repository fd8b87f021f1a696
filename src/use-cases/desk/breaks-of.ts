import type { Span } from '../../domain/calendar.ts'
import type { Day } from '../../domain/capacity/day.ts'
import { notedExceptions } from '../../repositories/day-exceptions.ts'
import type { House } from '../house.ts'

/** A stretch in which something is not as usual: a grey line of the schedule. */
export interface Break extends Span {
  readonly kind: 'ventilation' | 'zone-closed' | 'office-closed' | 'desk-unstaffed' | 'desk-staffed'
  readonly zoneId?: string
  readonly deskId?: string
  /** As noted by whoever changed the day. */
  readonly reason?: string
}

/** The breaks, closures and changes of a day, by time. */
export async function breaksOf(house: House, day: Day): Promise<Break[]> {
  const aired = [...day.plan.airing].flatMap(([zoneId, spans]) =>
    spans.map((span): Break => ({ kind: 'ventilation', zoneId, ...span })),
  )
  const changed = (await notedExceptions(house.db, day.plan)).map(({ exception, reason }): Break => {
    const noted = reason === undefined ? {} : { reason }
    if (exception.kind === 'desk-staffed')
      return { kind: exception.kind, deskId: exception.shift.deskId, ...exception.shift.span, ...noted }
    const { kind, span, ...where } = exception
    return { kind, ...where, ...span, ...noted }
  })
  return [...aired, ...changed].sort((one, other) => one.from - other.from || one.to - other.to)
}
