import type { City, Language } from '../../domain/city.ts'
import { formatDate, formatMoment, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { DayAtDesks, DeskNow } from '../../use-cases/desk/day-at-desks.ts'
import type { DeskRow } from '../../use-cases/desk/desk-row.ts'
import { everyAction, nextAction, panelActions, type Powers } from './actions.ts'
import { breakLines } from './break-values.ts'
import { limitPlots } from './limit-values.ts'
import type { DeskPlace } from './place.ts'
import { timedRow, type TimedRow } from './row-values.ts'
import { rowsNamed } from './search.ts'
import { sectionsOf, type Line } from './section-values.ts'

/** What the schedule page is made of. */
export interface DayShown {
  readonly city: City
  /** With what it had once, to name what visits refer to. */
  readonly named: City
  readonly place: DeskPlace
  /** The part of the day that is looked at. */
  readonly day: DayAtDesks
  /** The whole office: the own desk may lie outside of that part. */
  readonly office: DayAtDesks
  readonly powers: Powers
  readonly language: Language
  readonly search: string
  readonly visit: number | undefined
}

const over: ReadonlySet<string> = new Set(['served', 'cancelled', 'displaced'])

/** Finished values for the schedule page. */
export function dayValues(shown: DayShown) {
  const { city, named, place, day, office, powers, language, search } = shown
  const t = wordsFor(language)
  const now = powers.isToday ? place.nowMinute : place.date < place.today ? 1440 : 0
  const timed = (row: DeskRow) => timedRow(named, place.office.timeZone, row, language, now)
  const visible = search === '' ? day.rows.filter(row => place.all || !over.has(row.status)) : rowsNamed(office.rows, search)
  const lines = visible.map((row): Line => ({
    kind: 'visit',
    start: row.start,
    row: timed(row),
    action: nextAction(row, powers),
  }))
  const breaks = search === '' ? breakLines(city, day.breaks, language).map((each): Line => ({ kind: 'break', ...each })) : []
  return {
    page: day.page,
    mark: `${day.etag} ${place.nowMinute}`,
    now: formatTime(place.nowMinute, language),
    heading: headingOf(city, place, language),
    dateInWords: formatDate(place.date, language),
    isToday: powers.isToday,
    hours: day.hours.map(({ from, to }) => `${formatTime(from, language)}–${formatTime(to, language)}`).join(', '),
    sections: sectionsOf(shown, lines, breaks),
    hidden: search === '' ? day.rows.length - visible.length : 0,
    counts: countsOf(day, language),
    found: search === '' ? undefined : t('desk.found', { count: visible.length, typed: search }),
    waiting: waitingOf(shown),
    mine: place.desk && mineOf(shown, timed),
    plots: limitPlots(city, day.limits, language),
    opened: openedOf(shown, timed),
  }
}

function headingOf(city: City, { scope, desk, office }: DeskPlace, language: Language): string {
  if (scope === 'mine' && desk) return wordsFor(language)('desk.desk-named', { desk: desk.label })
  const id = scope.slice(2)
  const part = scope.startsWith('d:')
    ? city.departments.find(each => each.id === id)
    : city.deskGroups.find(each => each.id === id)
  return (part ?? office).name[language]
}

function countsOf({ totals }: DayAtDesks, language: Language): string[] {
  const t = wordsFor(language)
  const of = totals.byStatus
  const here = (of.arrived ?? 0) + (of.called ?? 0) + (of.serving ?? 0)
  return [
    t('desk.count-visits', { count: totals.visits }),
    t('desk.count-here', { count: here }),
    t('desk.count-served', { count: of.served ?? 0 }),
    t('desk.count-missing', { count: of['no-show'] ?? 0 }),
  ]
}

/** Who waits in the part that is looked at, in the order of calls; those of the own queue first. */
function waitingOf({ city, place, day, office, powers, language }: DayShown) {
  const t = wordsFor(language)
  const own = place.desk?.deskGroupId
  const all = own === undefined ? day.waiting : office.waiting.filter(each => each.deskGroupId === own)
  return all.map(each => {
    const row = office.rows.find(({ bookingNumber }) => bookingNumber === each.bookingNumber)
    const booked = row?.ticket?.bookedStart
    return {
      number: each.bookingNumber,
      code: each.code,
      group: city.deskGroups.find(({ id }) => id === each.deskGroupId)?.name[language] ?? '',
      before: each.before,
      expected: each.minutes === undefined ? '' : t('desk.expected', { count: each.minutes }),
      booked: booked === undefined ? t('desk.walk-in') : t('desk.booked-for', { time: formatTime(booked, language) }),
      needs: (row?.needs ?? []).length > 0,
      action: row && powers.freeDesk ? nextAction(row, powers) : undefined,
    }
  })
}

function mineOf({ city, place, office, powers, language }: DayShown, timed: (row: DeskRow) => TimedRow) {
  const desk = place.desk as NonNullable<DeskPlace['desk']>
  const state = office.desks.find(each => each.desk.id === desk.id)
  const row = office.rows.find(({ bookingNumber }) => bookingNumber === state?.bookingNumber)
  return {
    label: desk.label,
    deskId: desk.id,
    group: city.deskGroups.find(({ id }) => id === desk.deskGroupId)?.name[language] ?? '',
    unstaffed: unstaffedNote(state, place.nowMinute, language),
    waits: office.waiting.filter(({ deskGroupId }) => deskGroupId === desk.deskGroupId).length,
    serves: powers.serves,
    visit: row && { ...timed(row), actions: powers.serves && powers.isToday ? panelActions(row) : [] },
    groups: otherGroups(city, desk.officeId, row?.deskGroupId ?? desk.deskGroupId, language),
  }
}

/** Why a desk at which somebody sits is not at work by the plan, and what can still be done there. */
function unstaffedNote(state: DeskNow | undefined, now: number, language: Language): string {
  if (state?.isStaffed) return ''
  const isOver = state?.shifts.some(({ span }) => span.to <= now) === true
  return wordsFor(language)(isOver ? 'desk.after-shift' : 'desk.unstaffed-now')
}

function openedOf({ city, place, office, powers, language, visit }: DayShown, timed: (row: DeskRow) => TimedRow) {
  const row = visit === undefined ? undefined : office.rows.find(({ bookingNumber }) => bookingNumber === visit)
  if (!row) return undefined
  const canForward = powers.isToday && powers.receives && ['arrived', 'called', 'serving'].includes(row.status)
  return {
    ...timed(row),
    reference: `${row.reference.slice(0, 4)}-${row.reference.slice(4)}`,
    when: formatMoment(place.date, row.start, language, 'short'),
    group: city.deskGroups.find(({ id }) => id === row.deskGroupId)?.name[language] ?? '',
    actions: everyAction(row, powers),
    groups: canForward ? otherGroups(city, place.office.id, row.deskGroupId, language) : [],
    needChoices:
      powers.receives && !over.has(row.status)
        ? city.needs.map(({ id, name }) => ({ id, name: name[language], ticked: row.needs.includes(id) }))
        : [],
    excused: row.excused ?? '',
  }
}

function otherGroups(city: City, officeId: string, except: string, language: Language) {
  return city.deskGroups
    .filter(group => group.officeId === officeId && group.id !== except)
    .map(({ id, name, ticketLetter }) => ({ id, name: `${ticketLetter} – ${name[language]}` }))
}
