import { isAtDesk } from '../../domain/booking/transitions.ts'
import type { City, Language } from '../../domain/city.ts'
import { clockTime, formatDate, formatMoment, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { DisplacedVisit, ProposedPlace, Unfit } from '../../use-cases/desk/change-day/proposal.ts'
import { refusalInWords } from '../resident/refusal-words.ts'
import { textOf, type Form } from '../resident/requested.ts'
import { moveValue } from './decisions.ts'
import type { DeskPlace } from './place.ts'

/** A visit that loses its place: what it is, why, and what can be decided of it, with what is chosen so far. */
export function displacedValues(city: City, place: DeskPlace, visit: DisplacedVisit, form: Form, language: Language) {
  const t = wordsFor(language)
  const { booking, refusal, unfit, times } = visit
  const moves = movesOf(visit).map(to => moveChoice(city, place, visit, to, language))
  const mayCallOff = !isAtDesk(booking.status)
  const offered = [...moves.map(({ value }) => value), 'keep', ...(mayCallOff ? ['call-off'] : []), 'other']
  return {
    number: booking.number,
    time: formatTime(booking.start, language),
    code: booking.reference.slice(-4),
    matter: city.services.find(({ id }) => id === booking.serviceId)?.name[language] ?? '',
    desk: city.desks.find(({ id }) => id === booking.deskId)?.label ?? '',
    persons: booking.party.persons,
    needs: city.needs.filter(({ id }) => booking.needs.includes(id)).map(({ name }) => name[language]),
    reach: booking.contact.email ? t('desk.reach-mail') : booking.contact.phone ? t('desk.reach-phone') : t('desk.reach-door'),
    why: refusal.reason === 'no-desk' ? t('desk.change-why-desk') : refusalInWords(city, refusal, place.date, language),
    unfit: unfit && unfitInWords(city, place, unfit, language),
    moves,
    mayCallOff,
    chosen: chosenOf(form, booking.number, offered),
    date: textOf(form, `date-${booking.number}`).slice(0, 10) || place.date,
    times: times && {
      label: t('desk.change-times-on', { date: formatDate(times.date, language) }),
      starts: times.starts.map(start => ({
        value: `${times.date}T${clockTime(start)}`,
        text: formatTime(start, language),
        isChosen: textOf(form, `other-${booking.number}`) === `${times.date}T${clockTime(start)}`,
      })),
    },
  }
}

/** Visits by time and the end of their reference, as they stand in the list. */
export function visitsNamed(visits: readonly DisplacedVisit[], language: Language): string {
  return visits.map(({ booking }) => `${formatTime(booking.start, language)} ${booking.reference.slice(-4)}`).join(', ')
}

function unfitInWords(city: City, place: DeskPlace, unfit: Unfit, language: Language): string {
  const t = wordsFor(language)
  if (unfit === 'at-desk') return t('desk.change-at-desk')
  const why = unfit === 'has-ticket' ? t('desk.change-has-ticket') : refusalInWords(city, unfit, place.date, language)
  return t('desk.change-unfit', { why })
}

/** The nearest place, and where a decision did not fit the nearest ones. */
function movesOf({ proposal, near = [] }: DisplacedVisit): ProposedPlace[] {
  const others = near.filter(each => !proposal || moveValue(each) !== moveValue(proposal))
  return [...(proposal ? [proposal] : []), ...others]
}

function moveChoice(city: City, place: DeskPlace, { booking }: DisplacedVisit, to: ProposedPlace, language: Language) {
  const t = wordsFor(language)
  const isHere = to.officeId === place.office.id
  const isToday = to.date === place.date
  const time = isToday
    ? t('desk.today-at', { time: formatTime(to.start, language) })
    : formatMoment(to.date, to.start, language, 'day')
  return {
    value: moveValue(to),
    text: isHere && isToday && to.start === booking.start ? t('desk.change-same-time') : time,
    office: isHere ? '' : (city.offices.find(({ id }) => id === to.officeId)?.name[language] ?? ''),
  }
}

/** What was chosen if it is still offered, else the first that is. Another time counts as chosen as soon as somebody looks for one. */
function chosenOf(form: Form, number: number, offered: readonly string[]): string | undefined {
  const chosen = textOf(form, 'look') === String(number) ? 'other' : textOf(form, `d-${number}`)
  return offered.includes(chosen) ? chosen : offered[0]
}
