import type { Language } from '../../domain/city.ts'
import { formatDate, formatMoment } from '../../language/dates.ts'
import type { Words } from '../../language/words.ts'
import { spanInWords } from '../sheet/limit-words.ts'
import type { NoticeDay } from './notice.ts'
import { basis, waysInWords, type NoticeWords, type Of, type Told } from './told.ts'

/** When the office is open. */
export function hoursWords({ days, appointmentOnly, ways }: Of<'hours'>, { say, language }: Told): NoticeWords {
  return {
    heading: say('notice.hours'),
    lines: days.map(day => dayInWords(day, say, language)),
    sentences: [...(appointmentOnly ? [say('notice.appointment-only-text')] : []), waysInWords(ways, say)],
    small: [],
  }
}

/** That an appointment is needed. */
export function appointmentWords({ ways, legalBasis }: Of<'appointment-only'>, { say }: Told): NoticeWords {
  return {
    heading: say('notice.appointment-only'),
    lines: [],
    sentences: [say('notice.appointment-only-text'), waysInWords(ways, say)],
    small: basis(legalBasis, say),
  }
}

/** That the office is closed today. */
export function closedWords({ reason, opens, ways }: Of<'closed-today'>, { say, language, sheet }: Told): NoticeWords {
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

function dayInWords({ date, spans }: NoticeDay, say: Words, language: Language): string {
  const hours = spans.map(span => spanInWords(span, language)).join(', ') || say('notice.hours-closed')
  return `${formatDate(date, language, 'day')}: ${hours}`
}
