import { isInForce } from '../calendar.ts'
import { openingOf } from '../capacity/opening-of.ts'
import type { OfficeDate } from '../calendar.ts'
import type { City, Office } from '../city.ts'
import type { Rule } from '../capacity/occupancy-rule.ts'
import type { Service } from './service.ts'

/** `appointment-or-ticket`: those who booked come first, others take a ticket at the entrance. */
export type Admission = 'appointment-only' | 'appointment-or-ticket' | 'no-appointment' | 'not-served'

/** How an office receives people for one matter on a date, by its opening hours and the rules that hold for its building. */
export function admissionOf(city: City, service: Service, office: Office, date: OfficeDate): Admission {
  const opening = openingOf(office, date)
  if (!opening || Object.keys(opening.days).length === 0) return 'not-served'
  if (opening.servicesOnly && !opening.servicesOnly.includes(service.id)) return 'not-served'

  const demands = city.rules.filter(rule => holdsForBuilding(rule, office, date)).map(rule => rule.demand)
  const shut = demands.some(
    demand =>
      (demand.kind === 'closed' && !demand.exceptServices.includes(service.id)) ||
      (demand.kind === 'purpose' && !(service.essentialArea && demand.essentialAreas.includes(service.essentialArea))),
  )
  if (shut) return 'not-served'
  if (service.ways.appointment === 'not-needed') return 'no-appointment'

  const byAppointment = demands.some(demand => demand.kind === 'appointment-only' && !demand.exceptServices.includes(service.id))
  return opening.appointmentOnly || byAppointment ? 'appointment-only' : 'appointment-or-ticket'
}

function holdsForBuilding(rule: Rule, office: Office, date: OfficeDate): boolean {
  const { offices, zones, zoneKinds } = rule.scope
  return rule.enabled && isInForce(rule, date) && !zones && !zoneKinds && (!offices || offices.includes(office.id))
}
