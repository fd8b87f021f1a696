import type { Minute } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { formatDate, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { Proposal } from '../../use-cases/desk/change-day/proposal.ts'
import { textOf, type Form } from '../resident/requested.ts'
import { changeKinds, type ReadChange, type TypedChange } from './day-change-form.ts'
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
    takeBack: read.takeBack,
    reopens: read.reopens === true,
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
      hours: proposal.hours.map(({ from, to }) => `${formatTime(from, language)}–${formatTime(to, language)}`).join(', '),
      displaced: proposal.displaced.map(visit => displacedValues(city, place, visit, form, language)),
      limits: changedLimits(city, proposal, language),
      withoutLimit: roomWithoutLimit(city, read.typed, proposal, language),
    },
  }
}

/** The room of the desk that the change is about, where nobody's head is counted: so that no limit is looked for. */
function roomWithoutLimit(city: City, { kind, desk }: TypedChange, { before }: Proposal, language: Language) {
  const zoneId = kind === 'air' ? undefined : city.desks.find(({ id }) => id === desk)?.zoneId
  const limits = before.find(zone => zone.zoneId === zoneId)?.ticks.map(({ limit }) => limit) ?? []
  // 0: the room is closed meanwhile, for airing.
  const hasNone = limits.includes(undefined) && limits.every(limit => limit === undefined || limit === 0)
  return hasNone ? city.zones.find(({ id }) => id === zoneId)?.name[language] : undefined
}

/** Rooms whose limit changes, at the hour at which it falls or rises most: `12 → 8`. */
function changedLimits(city: City, { before, after }: Proposal, language: Language) {
  return before.flatMap(({ zoneId, ticks }) => {
    const then = after.find(zone => zone.zoneId === zoneId)?.ticks ?? []
    const zone = city.zones.find(({ id }) => id === zoneId)?.name[language] ?? zoneId
    const changed = ticks.flatMap(({ from, limit }) => {
      const later = then.find(tick => tick.from === from)?.limit
      return limit === undefined || later === undefined || later === limit ? [] : [{ from, limit, later }]
    })
    const falls = changed.filter(({ limit, later }) => later < limit)
    const rises = changed.filter(({ limit, later }) => later > limit)
    return [
      ...inOneLine(zone, falls, Math.min(...falls.map(({ later }) => later)), language),
      ...inOneLine(zone, rises, Math.max(...rises.map(({ later }) => later)), language),
    ]
  })
}

function inOneLine(zone: string, ticks: readonly { from: Minute; limit: number }[], to: number, language: Language) {
  const [first] = ticks
  const last = ticks.at(-1)
  if (!first || !last) return []
  return [{ zone, hours: `${formatTime(first.from, language)}–${formatTime(last.from + 5, language)}`, from: first.limit, to }]
}
