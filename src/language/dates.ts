import type { Minute, OfficeDate } from '../domain/calendar.ts'
import type { Language } from '../domain/city.ts'
import { locales } from './words.ts'

/** How much of a date is said: `full` with weekday and year, `day` with weekday, `long` with year, `short` day and month, `weekday` its shortest name. */
export type DateStyle = 'full' | 'day' | 'long' | 'short' | 'weekday' | 'weekday-long' | 'month'

/** A date as the language writes it: `poniedziałek, 11 maja 2020 r.`, `Monday, 11 May 2020`, `понеділок, 11 травня 2020 р.` */
export function formatDate(date: OfficeDate, language: Language, style: DateStyle = 'full'): string {
  const key = `${language}${style}${date}`
  const known = written.get(key) ?? writtenDate(date, language, style)
  if (written.size > mostKept) written.clear()
  written.set(key, known)
  return known
}

/** A minute of the day as the language writes it: `9.40`, `9:40`, `09:40`. */
export function formatTime(minute: Minute, language: Language): string {
  return times[language][minute] ?? writtenTime(minute, language)
}

/** A minute of the day for machines: `09:40`. */
export function clockTime(minute: Minute): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** A date and a time in one: `poniedziałek, 11 maja 2020 r., godz. 9.40`. The hour never stands alone on a line. */
export function formatMoment(date: OfficeDate, minute: Minute, language: Language, style: DateStyle = 'full'): string {
  const hour = language === 'pl' ? `godz.\u00a0${formatTime(minute, language)}` : formatTime(minute, language)
  return `${formatDate(date, language, style)}, ${hour}`
}

const mostKept = 5000
const written = new Map<string, string>()

const times: Readonly<Record<Language, readonly string[]>> = {
  pl: everyMinute('pl'),
  en: everyMinute('en'),
  uk: everyMinute('uk'),
}

function everyMinute(language: Language): string[] {
  return Array.from({ length: 1441 }, (_, minute) => writtenTime(minute, language))
}

function writtenTime(minute: Minute, language: Language): string {
  const clock = clockTime(minute)
  if (language === 'uk') return clock
  const short = clock.replace(/^0/, '')
  return language === 'pl' ? short.replace(':', '.') : short
}

function writtenDate(date: OfficeDate, language: Language, style: DateStyle): string {
  const text = formatters[language][style].format(new Date(`${date}T00:00:00Z`))
  if (style === 'day') return text.replace(/(\d) /, '$1\u00a0') // the number stays with its month
  if (language === 'pl' && (style === 'full' || style === 'long')) return `${text} r.`
  return text
}

const parts: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'short' },
  'weekday-long': { weekday: 'long' },
  month: { month: 'long', year: 'numeric' },
}

const formatters: Readonly<Record<Language, Readonly<Record<DateStyle, Intl.DateTimeFormat>>>> = {
  pl: formattersOf('pl'),
  en: formattersOf('en'),
  uk: formattersOf('uk'),
}

function formattersOf(language: Language): Record<DateStyle, Intl.DateTimeFormat> {
  const formatter = (style: DateStyle) => new Intl.DateTimeFormat(locales[language], { ...parts[style], timeZone: 'UTC' })
  return {
    full: formatter('full'),
    day: formatter('day'),
    long: formatter('long'),
    short: formatter('short'),
    weekday: formatter('weekday'),
    'weekday-long': formatter('weekday-long'),
    month: formatter('month'),
  }
}
