import type { Language } from '../../domain/city.ts'
import { formatDate, formatMoment } from '../../language/dates.ts'
import { wordsFor, type Words } from '../../language/words.ts'
import { limitInWords, spanInWords } from '../sheet/limits.ts'
import type { BookingWays, LimitNotice, Notice, NoticeDay, NoticeSheet, PrivacyNotice } from '../values.ts'

/** A notice in one language, ready to be set: the heading, a number to be seen from afar, lines, sentences, small print. */
export interface NoticeWords {
  readonly heading: string
  readonly figure?: { readonly number: string; readonly unit: string }
  /** Short lines: hours, limits by the hour, places. */
  readonly lines: readonly string[]
  readonly sentences: readonly string[]
  readonly small: readonly string[]
}

/** A notice in the words of a language. */
export function noticeWords(sheet: NoticeSheet, language: Language): NoticeWords {
  const { notice } = sheet
  const told: Told = { say: wordsFor(language), language, sheet }
  switch (notice.kind) {
    case 'limit':
      return limitWords(notice, told)
    case 'hours':
      return hoursWords(notice, told)
    case 'appointment-only':
      return appointmentWords(notice, told)
    case 'closed-today':
      return closedWords(notice, told)
    case 'conduct':
      return conductWords(notice, told)
    case 'drop-box':
      return dropBoxWords(notice, told)
    case 'deaths':
      return deathsWords(notice, told)
    case 'privacy':
      return privacyWords(notice, told)
  }
}

interface Told {
  readonly say: Words
  readonly language: Language
  readonly sheet: NoticeSheet
}

type Of<Kind extends Notice['kind']> = Notice & { readonly kind: Kind }

function limitWords({ room, times, validFrom, rule, legalBasis }: LimitNotice, { say, language }: Told): NoticeWords {
  const persons = times[0]?.persons ?? 0
  const changes = times.some(span => span.persons !== persons)
  return {
    heading: say('notice.limit'),
    ...(!changes && { figure: { number: String(persons), unit: say('notice.limit-unit', { count: persons }) } }),
    lines: [room[language], ...(changes ? limitInWords({ times }, language).split(', ') : [])],
    sentences: [say(changes ? 'notice.limit-changes' : 'notice.limit-at-once'), ...(rule ? [rule[language]] : [])],
    small: [
      ...(validFrom ? [say('notice.valid-from', { date: formatDate(validFrom, language, 'long') })] : []),
      ...basis(legalBasis, say),
    ],
  }
}

function hoursWords({ days, appointmentOnly, ways }: Of<'hours'>, { say, language }: Told): NoticeWords {
  return {
    heading: say('notice.hours'),
    lines: days.map(day => dayInWords(day, say, language)),
    sentences: [...(appointmentOnly ? [say('notice.appointment-only-text')] : []), waysInWords(ways, say)],
    small: [],
  }
}

function appointmentWords({ ways, legalBasis }: Of<'appointment-only'>, { say }: Told): NoticeWords {
  return {
    heading: say('notice.appointment-only'),
    lines: [],
    sentences: [say('notice.appointment-only-text'), waysInWords(ways, say)],
    small: basis(legalBasis, say),
  }
}

function closedWords({ reason, opens, ways }: Of<'closed-today'>, { say, language, sheet }: Told): NoticeWords {
  return {
    heading: say('notice.closed-today'),
    lines: opens ? [say('notice.opens', { moment: formatMoment(opens.date, opens.minute, language) })] : [],
    sentences: [
      say('notice.closed-today-text', { date: formatDate(sheet.date, language, 'long') }),
      ...(reason ? [reason[language]] : []),
      waysInWords(ways, say),
    ],
    small: [],
  }
}

function conductWords({ topics, legalBases }: Of<'conduct'>, { say }: Told): NoticeWords {
  return {
    heading: say('notice.conduct'),
    lines: topics.map(topic => say(`conduct.${topic}`)),
    sentences: [],
    small: legalBases.length > 0 ? basis(legalBases.join('; '), say) : [],
  }
}

function dropBoxWords({ validTo, emptied, phone }: Of<'drop-box'>, { say, language }: Told): NoticeWords {
  const spans = emptied?.map(span => spanInWords(span, language)).join(', ')
  return {
    heading: say('notice.drop-box'),
    lines: spans ? [say('notice.drop-box-emptied', { spans })] : [],
    sentences: [say('notice.drop-box-envelope'), say('notice.drop-box-originals'), say('notice.drop-box-received')],
    small: [
      say('notice.phone', { phone }),
      ...(validTo ? [say('notice.drop-box-until', { date: formatDate(validTo, language, 'long') })] : []),
    ],
  }
}

function deathsWords({ places, phone }: Of<'deaths'>, { say, language }: Told): NoticeWords {
  return {
    heading: say('notice.deaths'),
    lines: places.map(({ address, hours }) => {
      return say('notice.deaths-place', { address, spans: hours.map(span => spanInWords(span, language)).join(', ') })
    }),
    sentences: [say('notice.deaths-text')],
    small: [say('notice.phone', { phone })],
  }
}

function privacyWords(notice: PrivacyNotice, { say, language }: Told): NoticeWords {
  return {
    heading: say('notice.privacy'),
    lines: [],
    sentences: [
      say('notice.privacy-controller', { controller: notice.controller[language], address: notice.address }),
      say('notice.privacy-what'),
      say('notice.privacy-how-long', { days: notice.retentionDays }),
      say('notice.privacy-rights'),
      say('notice.privacy-officer', { email: notice.officerEmail, website: notice.website }),
    ],
    small: basis(say('notice.privacy-basis'), say),
  }
}

function dayInWords({ date, spans }: NoticeDay, say: Words, language: Language): string {
  const hours = spans.map(span => spanInWords(span, language)).join(', ') || say('notice.hours-closed')
  return `${formatDate(date, language, 'day')}: ${hours}`
}

function waysInWords({ website, phone }: BookingWays, say: Words): string {
  return say('notice.ways', { website, phone: unbroken(phone) })
}

/** A phone number stays on one line. */
function unbroken(phone: string): string {
  return phone.replaceAll(' ', '\u00a0')
}

function basis(legalBasis: string | undefined, say: Words): string[] {
  return legalBasis ? [say('notice.legal-basis', { basis: legalBasis })] : []
}
