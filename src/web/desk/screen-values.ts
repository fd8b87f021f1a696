import type { Response } from 'express'
import { addDays } from '../../domain/calendar.ts'
import { may } from '../../domain/staff/roles.ts'
import { wordsFor } from '../../language/words.ts'
import { dayAtDesks, partOfDay, type DayAtDesks } from '../../use-cases/desk/day-at-desks.ts'
import { lastPackMark, paperIsOld } from '../../use-cases/paper/paper-state.ts'
import { cityToName } from '../../use-cases/resident/city-to-name.ts'
import { deviceLine } from '../entrance/device-line.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { textOf } from '../resident/requested.ts'
import { staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import type { Powers } from './actions.ts'
import { placeChoices } from './choices.ts'
import { dayValues } from './day-values.ts'
import { foundElsewhere } from './found-elsewhere.ts'
import { placeQuery, scopeOf, type DeskPlace } from './place.ts'
import { inWords, toldIn, type Message } from './told.ts'

/** What a screen of a day shows, as it was read for it; while none of this changes, the screen stays as it is. */
export interface Screen {
  readonly office: DayAtDesks
  /** The mark of the day's last pack, if one was made. */
  readonly lastPack: string | undefined
  /** What is the matter at the entrance today. */
  readonly devices: string | undefined
}

/** Reads what a screen shows. @throws {NotFound} if there is no such office */
export async function screenAt(web: Web, res: Response, place: DeskPlace): Promise<Screen> {
  const key = { officeId: place.office.id, date: place.date }
  return {
    office: await dayAtDesks(web.house, key),
    lastPack: await lastPackMark(web.house, key),
    devices: place.date === place.today ? await deviceLine(web.house, key.officeId, languageOf(res)) : undefined,
  }
}

/** Finished values for the whole page of a day. */
export async function pageValues(web: Web, res: Response, place: DeskPlace, screen: Screen, message?: Message) {
  const { office } = screen
  const language = languageOf(res)
  const told = toldIn(res.req.query)
  return {
    ...(await screenValues(web, res, place, screen)),
    title: wordsFor(language)('desk.title'),
    officeName: place.office.name[language],
    message: message ?? (told && inWords(office.city, told, language)),
    choices: placeChoices(office.city, staffOf(res), place, language),
    wide: true,
    styles: ['desk.css'],
    scripts: ['desk.js'],
  }
}

/** The values of those parts alone that change while a screen is open. */
export async function screenValues(web: Web, res: Response, place: DeskPlace, { office, lastPack, devices }: Screen) {
  const language = languageOf(res)
  const { city } = office
  const key = { officeId: place.office.id, date: place.date }
  const search = textOf(res.req.query, 'q').trim().slice(0, 50)
  const number = /^\d{1,9}$/.exec(textOf(res.req.query, 'visit'))?.[0]
  const powers = powersOf(res, place, office)
  const query = placeQuery(place)
  const back = paths.desk(query)
  const values = dayValues({
    ...{ city, named: await cityToName(web.house), place, office, powers, language, search },
    day: partOfDay(office, scopeOf(place)),
    visit: number === undefined ? undefined : Number(number),
  })
  const isLost = search !== '' && values.sections.every(({ lines }) => lines.length === 0)
  return {
    ...values,
    ...{ query, back, search, view: place.view, all: place.all, officeId: place.office.id, date: place.date },
    paperIsOld:
      powers.isToday && may(staffOf(res).roles, 'print-day', place.office.id) && (await paperIsOld(web.house, key, lastPack)),
    devices,
    elsewhere: isLost ? await foundElsewhere(web.house, city, place, search, language) : undefined,
    toggleAll: paths.desk({ ...query, all: place.all ? '0' : '1' }),
    otherView: paths.desk({ ...query, view: place.view === 'time' ? 'desk' : 'time' }),
    dayBefore: paths.desk({ ...query, date: addDays(place.date, -1) }),
    dayAfter: paths.desk({ ...query, date: addDays(place.date, 1) }),
    todayPath: paths.desk({ ...query, date: undefined }),
    rowBase: `${back}${back.includes('?') ? '&' : '?'}visit=`,
    may: {
      receive: powers.receives,
      book: may(staffOf(res).roles, 'book-for-resident', place.office.id),
      change: may(staffOf(res).roles, 'change-day', place.office.id),
      print: may(staffOf(res).roles, 'print-day', place.office.id),
    },
    live: { page: paths.deskLive(), changes: paths.deskChanges({ office: place.office.id, date: place.date }) },
  }
}

function powersOf(res: Response, { office, desk, date, today, nowMinute }: DeskPlace, day: DayAtDesks): Powers {
  const { roles } = staffOf(res)
  const busy = day.desks.find(each => each.desk.id === desk?.id)?.bookingNumber
  return {
    serves: may(roles, 'serve', office.id),
    receives: may(roles, 'check-in', office.id),
    isToday: date === today,
    freeDesk: desk !== undefined && busy === undefined,
    ownQueue: desk?.deskGroupId,
    nowMinute,
  }
}
