import type { OfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import type { Service } from '../../domain/service/service.ts'
import { clockTime, formatDate, formatMoment, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { DayOffer } from '../../use-cases/resident/offers-of.ts'
import { monthsOf } from './month-view.ts'
import { noTimesOf } from './no-times.ts'
import { refusalInWords } from './refusal-words.ts'
import { upstairsAt } from './upstairs.ts'
import type { DateWindow } from './window.ts'

/** What the page of times is made of. */
export interface TimesShown {
  readonly city: City
  readonly service: Service
  readonly officeId: string
  readonly language: Language
  readonly today: OfficeDate
  readonly shown: DateWindow
  readonly days: readonly DayOffer[]
  readonly needs: readonly string[]
}

/** Days in a row with the same "no", or one day with its times. */
export type DayRow =
  | { readonly kind: 'no'; readonly name: string; readonly reason: string }
  | {
      readonly kind: 'free'
      readonly date: OfficeDate
      readonly name: string
      readonly places: string
      readonly open: boolean
      readonly times: readonly { readonly at: string; readonly time: string; readonly places: string }[]
    }

/** Finished values for the page of times: nothing is left to be decided or formatted there. */
export function timesValues({ city, service, officeId, language, today, shown, days, needs }: TimesShown) {
  const office = city.offices.find(({ id }) => id === officeId)
  const first = days.find(({ times }) => times.length > 0)
  const upstairs = upstairsAt(city, service, officeId, needs, today, language)
  const open = days.find(({ date, times }) => date === shown.chosen && times.length > 0)?.date ?? first?.date
  return {
    service: { id: service.id, name: service.name[language] },
    office: office && { id: office.id, name: office.name[language], address: office.address },
    date: open,
    rows: upstairs ? [] : rowsOf(city, days, language, open),
    months: monthsOf(days, language, today, open),
    firstFree: first?.times[0] && formatMoment(first.date, first.times[0].start, language, 'day'),
    upstairs,
    none: first ? undefined : noTimesOf({ city, service, officeId, needs, days, today, to: shown.horizon }, language),
    earlier: shown.earlier,
    later: shown.later,
    release: formatTime(city.policy.release.at, language),
  }
}

function rowsOf(city: City, days: readonly DayOffer[], language: Language, open: OfficeDate | undefined): DayRow[] {
  const places = placesInWords(language)
  const rows: DayRow[] = []
  let refused: { from: OfficeDate; to: OfficeDate; reason: string } | undefined
  const endRefused = () => {
    if (refused) rows.push({ kind: 'no', name: datesInWords(refused.from, refused.to, language), reason: refused.reason })
    refused = undefined
  }
  for (const { date, times, refusal } of days) {
    if (times.length === 0) {
      const reason = refusal ? refusalInWords(city, refusal, date, language) : ''
      if (refused?.reason === reason) refused.to = date
      else {
        endRefused()
        refused = { from: date, to: date, reason }
      }
      continue
    }
    endRefused()
    rows.push({
      kind: 'free',
      date,
      name: formatDate(date, language, 'day'),
      places: wordsFor(language)('count.free-times', { count: times.length }),
      open: date === open,
      times: times.map(time => ({
        at: `${date}T${clockTime(time.start)}`,
        time: formatTime(time.start, language),
        places: places(time.places),
      })),
    })
  }
  endRefused()
  return rows
}

function datesInWords(from: OfficeDate, to: OfficeDate, language: Language): string {
  const first = formatDate(from, language, 'day')
  return from === to ? first : `${first} – ${formatDate(to, language, 'day')}`
}

/** `2 miejsca`, each number put into words once. */
function placesInWords(language: Language): (count: number) => string {
  const known = new Map<number, string>()
  return count => {
    const words = known.get(count) ?? wordsFor(language)('count.places', { count })
    known.set(count, words)
    return words
  }
}
