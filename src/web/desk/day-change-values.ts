import type { City, Language } from '../../domain/city.ts'
import { clockTime, formatDate, formatMoment, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { DisplacedVisit, Proposal } from '../../use-cases/desk/change-day/proposal.ts'
import { refusalInWords } from '../resident/refusal-words.ts'
import { textOf, type Form } from '../resident/requested.ts'
import { changeKinds, type ReadChange } from './day-change-form.ts'
import { moveValue } from './decisions.ts'
import type { DeskPlace } from './place.ts'

/** Finished values for the page of a change: the form, and what the change would do. */
export function changeValues(
  city: City,
  place: DeskPlace,
  read: ReadChange,
  form: Form,
  proposal: Proposal | undefined,
  language: Language,
) {
  const t = wordsFor(language)
  const groups = city.deskGroups.filter(({ officeId }) => officeId === place.office.id)
  return {
    dateInWords: formatDate(place.date, language),
    typed: read.typed,
    sentence: read.sentence,
    keepReason: textOf(form, 'keep-reason').slice(0, 200),
    kinds: changeKinds.map(kind => ({ kind, label: t(`desk.change-${kind}`) })),
    desks: groups.map(group => ({
      name: group.name[language],
      desks: city.desks
        .filter(({ deskGroupId }) => deskGroupId === group.id)
        .map(({ id, label }) => ({ id, name: t('desk.desk-named', { desk: label }) })),
    })),
    zones: city.zones
      .filter(({ officeId }) => officeId === place.office.id)
      .map(({ id, name }) => ({ id, name: name[language] })),
    proposal: proposal && {
      page: proposal.page,
      displaced: proposal.displaced.map(visit => displacedValues(city, place, visit, form, language)),
      limits: changedLimits(city, proposal, language),
    },
  }
}

function displacedValues(
  city: City,
  place: DeskPlace,
  { booking, refusal, proposal }: DisplacedVisit,
  form: Form,
  language: Language,
) {
  const t = wordsFor(language)
  const moved = proposal && moveValue(proposal)
  const chosen = textOf(form, `d-${booking.number}`)
  const isSame = proposal?.officeId === place.office.id && proposal.date === place.date && proposal.start === booking.start
  const elsewhere = proposal && proposal.officeId !== place.office.id
  const style = proposal?.date === place.date ? undefined : ('day' as const)
  return {
    number: booking.number,
    time: formatTime(booking.start, language),
    code: booking.reference.slice(-4),
    matter: city.services.find(({ id }) => id === booking.serviceId)?.name[language] ?? '',
    desk: city.desks.find(({ id }) => id === booking.deskId)?.label ?? '',
    persons: booking.party.persons,
    needs: city.needs.filter(({ id }) => booking.needs.includes(id)).map(({ name }) => name[language]),
    reach: booking.contact.email ? t('desk.reach-mail') : booking.contact.phone ? t('desk.reach-phone') : t('desk.reach-door'),
    why: refusalInWords(city, refusal, place.date, language),
    move: moved && {
      value: moved,
      text: isSame
        ? t('desk.change-same-time')
        : style
          ? formatMoment(proposal.date, proposal.start, language, style)
          : t('desk.today-at', { time: formatTime(proposal.start, language) }),
      office: elsewhere ? (city.offices.find(({ id }) => id === proposal.officeId)?.name[language] ?? '') : '',
    },
    chosen: chosen === '' || (chosen.startsWith('move') && chosen !== moved) ? (moved ?? 'keep') : chosen,
    other: textOf(form, `other-${booking.number}`).slice(0, 16) || `${place.date}T${clockTime(booking.start)}`,
  }
}

/** Rooms whose limit changes, at the hour at which it falls most: `12 → 8`. */
function changedLimits(city: City, { before, after }: Proposal, language: Language) {
  return before.flatMap(({ zoneId, ticks }) => {
    const then = after.find(zone => zone.zoneId === zoneId)?.ticks ?? []
    const falls = ticks.flatMap(tick => {
      const later = then.find(({ from }) => from === tick.from)
      return tick.limit !== undefined && (later?.limit ?? Infinity) < tick.limit ? [{ tick, limit: later?.limit ?? 0 }] : []
    })
    const [first] = falls
    const last = falls.at(-1)
    if (!first || !last) return []
    return [
      {
        zone: city.zones.find(({ id }) => id === zoneId)?.name[language] ?? zoneId,
        hours: `${formatTime(first.tick.from, language)}–${formatTime(last.tick.from + 5, language)}`,
        from: first.tick.limit ?? 0,
        to: Math.min(...falls.map(({ limit }) => limit)),
      },
    ]
  })
}
