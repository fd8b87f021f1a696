import type { Language } from '../../domain/city.ts'
import type { SheetHead } from '../../paper/values.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'
import { paperOfDay } from '../paper/paper-of-day.ts'

/** For whom a sheet is printed: the language, and where somebody with its code can ask whether it is current. */
export interface PrintedFor {
  readonly language: Language
  readonly currentUrl: (officeId: string, date: string, page: number, mark: string) => string
}

/** What every sheet of an office's day says of itself. @throws {NotFound} if there is no such office */
export async function sheetHead(house: House, key: DayKey, { language, currentUrl }: PrintedFor): Promise<SheetHead> {
  const city = await cityOf(house.db)
  const office = city.offices.find(({ id }) => id === key.officeId)
  if (!office) throw new NotFound('office')
  const { day } = (await daysOf(house.db, city, [key.officeId], key.date, key.date)).get(keyOf(key)) as DayAsOf
  const { mark } = await paperOfDay(house, city, key, day)
  return {
    language,
    mark,
    organisation: city.organisation.name[language],
    office: office.name[language],
    address: office.address,
    date: key.date,
    page: day.page,
    printedAt: house.clock.now(office.timeZone),
    currentUrl: currentUrl(office.id, key.date, day.page, mark),
  }
}
