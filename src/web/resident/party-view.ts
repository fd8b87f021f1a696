import type { OfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { questionsFor } from '../../domain/booking/questions.ts'
import type { Service } from '../../domain/service/service.ts'
import { wordsFor } from '../../language/words.ts'
import { sum } from '../api/asked.ts'
import type { PartyAnswer } from './party-form.ts'
import { needsInWords, partyInWords } from './party-words.ts'

/** What the form about the party is made of. */
export interface PartyShown {
  readonly city: City
  readonly service: Service
  readonly answer: PartyAnswer
  readonly language: Language
  readonly today: OfficeDate
  readonly to: OfficeDate
}

/** Finished values for the form about the party: only what a rule in force makes worth asking. */
export function partyValues({ city, service, answer, language, today, to }: PartyShown) {
  const t = wordsFor(language)
  const { party, needs, groups } = answer.asked
  const questions = questionsFor(city, today, to)
  return {
    errors: answer.errors,
    persons: { value: answer.personsTyped ?? party.persons, least: service.personsAtLeast, most: city.policy.largestParty },
    companions: questions.companions.map(kind => ({ kind, label: t(`companion.${kind}`), value: party.companions[kind] ?? 0 })),
    couldCount: party.persons > 1 && questions.companions.length > 0 && sum(party.companions) === 0,
    needs: city.needs.map(need => ({
      id: need.id,
      label: need.name[language],
      hint: hintOf(need, language),
      ticked: needs.includes(need.id),
    })),
    groups: questions.groups.map(group => ({ group, label: t(`times.group-${group}`), ticked: groups.includes(group) })),
    partyInWords: [partyInWords(party, language), ...needsInWords(city, needs, language)],
  }
}

function hintOf(need: City['needs'][number], language: Language): string {
  const t = wordsFor(language)
  const hints = [
    ...(need.noticeWorkingDays > 0 ? [t('times.need-notice', { days: need.noticeWorkingDays })] : []),
    ...(need.extraMinutes > 0 ? [t('times.need-longer', { minutes: need.extraMinutes })] : []),
  ]
  return hints.join(', ')
}
