import { addDays } from '../../domain/calendar.ts'
import type { City, Language, Office } from '../../domain/city.ts'
import { officesOf } from '../../domain/service/offices-of.ts'
import type { Service } from '../../domain/service/service.ts'
import { topics } from '../../domain/service/topic.ts'
import { wordsFor } from '../../language/words.ts'
import { plainParty, readParty, type PartyAnswer } from '../resident/party-form.ts'
import { partyFields } from '../resident/party-query.ts'
import { partyValues } from '../resident/party-view.ts'
import { textOf, type Form } from '../resident/requested.ts'
import type { DeskPlace } from './place.ts'

/** What a clerk asks somebody who has no booking: the matter, and who comes. */
export interface VisitQuestion {
  readonly service: Service | undefined
  readonly answer: PartyAnswer | undefined
}

/** Reads matter and party from a form or an address; a matter that this office does not do counts as none. */
export function readQuestion(form: Form, city: City, language: Language): VisitQuestion {
  const service = city.services.find(({ id }) => id === textOf(form, 'service'))
  return { service, answer: service && readParty(form, city, service, language) }
}

/** Matters that an office does, by topic, to choose from. */
export function matterChoices(city: City, office: Office, language: Language, booked: boolean) {
  const done = city.services.filter(
    service =>
      officesOf(city, service).some(({ id }) => id === office.id) && !(booked && service.ways.appointment === 'not-needed'),
  )
  return topics
    .map(topic => ({
      name: wordsFor(language)(`topic.${topic}`),
      matters: done
        .filter(service => service.topic === topic)
        .map(({ id, name, durationMinutes }) => ({ id, name: name[language], minutes: durationMinutes }))
        .sort((one, other) => one.name.localeCompare(other.name, language)),
    }))
    .filter(({ matters }) => matters.length > 0)
}

/** Finished values for the form about matter and party. */
export function questionValues(
  city: City,
  place: DeskPlace,
  { service, answer }: VisitQuestion,
  language: Language,
  booked: boolean,
) {
  const shown = service ?? city.services[0]
  const party = answer ?? (shown && { asked: plainParty(shown), errors: [] })
  return {
    topics: matterChoices(city, place.office, language, booked),
    serviceId: service?.id ?? '',
    serviceName: service?.name[language] ?? '',
    ...(shown &&
      party &&
      partyValues({
        ...{ city, language, service: shown, answer: party, today: place.today },
        to: addDays(place.today, city.policy.horizonDays),
      })),
    hidden: service && answer ? [['service', service.id] as const, ...partyFields(answer.asked, service)] : [],
  }
}
