import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import { deathsWords, dropBoxWords, privacyWords } from './matter-words.ts'
import type { NoticeSheet } from './notice.ts'
import { appointmentWords, closedWords, hoursWords } from './opening-words.ts'
import { conductWords, limitWords } from './room-words.ts'
import type { NoticeWords, Told } from './told.ts'

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
