import type { OfficeDate } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import { planOfDay } from '../../domain/capacity/plan.ts'
import type { DeathsPlace } from '../../paper/values.ts'

/** Where deaths are registered without an appointment on a date, at offices that are open then. */
export function deathPlaces(city: City, date: OfficeDate): DeathsPlace[] {
  const matter = city.services.find(({ id, ways }) => ways.appointment === 'not-needed' && /(^|-)death$/.test(id))
  const groups = city.deskGroups.filter(({ id }) => matter?.deskGroupIds.includes(id))
  const officeIds = [...new Set(groups.map(({ officeId }) => officeId))]
  return officeIds.flatMap(officeId => {
    const office = city.offices.find(({ id }) => id === officeId)
    const { hours } = planOfDay(city, officeId, date, [])
    return office && hours.length > 0 ? [{ address: office.address, hours }] : []
  })
}
