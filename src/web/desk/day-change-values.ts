import type { City, Language } from '../../domain/city.ts'
import { formatDate, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { Proposal } from '../../use-cases/desk/change-day/proposal.ts'
import { textOf, type Form } from '../resident/requested.ts'
import { changeKinds, type ReadChange } from './day-change-form.ts'
import { displacedValues } from './displaced-values.ts'
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
    today: place.today,
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
