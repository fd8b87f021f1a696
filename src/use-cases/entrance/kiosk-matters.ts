import { refusalOfDate } from '../../domain/capacity/date-gate.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import type { City } from '../../domain/city.ts'
import { waysOf } from '../../domain/service/channels.ts'
import type { Admission } from '../../domain/service/admission.ts'
import type { Service } from '../../domain/service/service.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf } from '../../repositories/days.ts'
import { visitOnTheSpot } from '../desk/soonest-seat.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** A matter that an office settles in person today, and for whom. */
export interface MatterHere {
  readonly service: Service
  readonly admission: Exclude<Admission, 'not-served'>
}

/** The matters that an office settles in person today, in the city's order; none while it is closed. @throws {NotFound} */
export async function mattersHere(house: House, officeId: string): Promise<MatterHere[]> {
  const city = await cityOf(house.db)
  const office = city.offices.find(each => each.id === officeId)
  if (!office) throw new NotFound('office')
  const now = house.clock.now(office.timeZone)
  const key = { officeId, date: now.date }
  const plan = (await daysOf(house.db, city, [officeId], now.date, now.date)).get(keyOf(key))?.day.plan
  if (!plan) return []
  return city.services.flatMap(service => {
    const admission = admissionAt(city, service, officeId, now.date)
    const visit = visitOnTheSpot(city, { ...alone, serviceId: service.id })
    if (admission === undefined || refusalOfDate(plan, visit, now)) return []
    return [
      { service, admission: plan.appointmentOnly && admission === 'appointment-or-ticket' ? 'appointment-only' : admission },
    ]
  })
}

/** Somebody who comes alone and without a booking. */
export const alone: Pick<VisitRequest, 'party' | 'needs' | 'groups' | 'channel'> = {
  party: { persons: 1, companions: {} },
  needs: [],
  groups: [],
  channel: 'kiosk',
}

function admissionAt(city: City, service: Service, officeId: string, date: string): MatterHere['admission'] | undefined {
  const inPerson = waysOf(city, service, date).find(way => way.kind === 'in-person')
  const admission = inPerson?.offices.find(({ office }) => office.id === officeId)?.admission
  return admission === 'not-served' ? undefined : admission
}
