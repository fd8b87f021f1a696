import type { Response } from 'express'
import type { City, Language } from '../../domain/city.ts'
import { may } from '../../domain/staff/roles.ts'
import type { StaffOnDuty } from '../../domain/staff/staff.ts'
import { formatDate, formatMoment } from '../../language/dates.ts'
import { momentOf } from '../../time.ts'
import { cityIfAny } from '../../use-cases/staff/city-if-any.ts'
import { languageOf } from '../middleware/language.ts'
import { frameFor, pageOf, showPage, type PageValues } from '../views.ts'
import type { Web } from '../web.ts'

/** A page for staff: besides its own values it may name the office it is about, for the top bar. */
export interface StaffPageValues extends PageValues {
  /** Absent: the office that all their roles are in, if there is one. */
  readonly officeName?: string | undefined
}

/** Sends a page for those who work here: office, date, who it is and the way out stand at its top. */
export async function showStaff(web: Web, res: Response, view: string, values: StaffPageValues, status = 200): Promise<void> {
  res.setHeader('Cache-Control', 'no-store')
  showPage(web, res, view, await staffValues(web, res, values), status)
}

/** The same page as text. */
export async function staffPage(web: Web, res: Response, view: string, values: StaffPageValues): Promise<string> {
  return pageOf(web, view, frameFor(web, res), await staffValues(web, res, values))
}

async function staffValues(web: Web, res: Response, values: StaffPageValues): Promise<PageValues> {
  const city = await cityIfAny(web.house)
  const language = languageOf(res)
  const staff = res.locals['staff'] as StaffOnDuty | undefined
  const now = web.house.clock.now(timeZoneOf(city))
  const top = {
    staff,
    signedIn: res.locals['signIn'] !== undefined,
    officeName: staff && homeOffice(city, staff, language),
    dateInWords: formatDate(now.date, language),
    nowInWords: formatMoment(now.date, now.minute, language),
    organisationName: city?.organisation.name[language],
    seesDesk: staff !== undefined && may(staff.roles, 'see-day'),
    seesManage: staff !== undefined && may(staff.roles, 'see-manage'),
  }
  return { ...top, ...values, layout: 'staff' }
}

/** The city's time zone; Warsaw's where no city is loaded. */
export function timeZoneOf(city: City | undefined): string {
  return city?.organisation.timeZone ?? 'Europe/Warsaw'
}

/** A UTC instant in the reader's words, by the city's clock: `poniedziałek, 11 maja 2020 r., godz. 9.40`. */
export function instantInWords(instant: string, city: City | undefined, language: Language): string {
  const { date, minute } = momentOf(instant, timeZoneOf(city))
  return formatMoment(date, minute, language)
}

function homeOffice(city: City | undefined, staff: StaffOnDuty, language: Language): string | undefined {
  const offices = [...new Set(staff.roles.map(held => held.officeId))]
  if (offices.length !== 1) return undefined
  return city?.offices.find(office => office.id === offices[0])?.name[language]
}
