import type { City, Desk, Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { DayAtDesks } from '../../use-cases/desk/day-at-desks.ts'
import type { nextAction } from './actions.ts'
import { breakLines, type BreakLine } from './break-values.ts'
import type { DayShown } from './day-values.ts'
import type { TimedRow } from './row-values.ts'

/** A line of the schedule: a visit or a break, and what can be done at once. */
export type Line = VisitLine | (BreakLine & { readonly kind: 'break' })

interface VisitLine {
  readonly kind: 'visit'
  readonly start: number
  readonly row: TimedRow
  readonly action: ReturnType<typeof nextAction>
}

/** A list of the schedule under its title; empty where there is but one. */
interface Section {
  readonly title: string
  readonly note: string
  readonly lines: readonly Line[]
}

/** One list by time, or one a desk. Breaks stand where they begin. */
export function sectionsOf({ city, place, day, language, search }: DayShown, lines: Line[], breaks: Line[]): Section[] {
  const t = wordsFor(language)
  if (place.view === 'time' || search !== '') return [{ title: '', note: '', lines: inOrder([...lines, ...breaks]) }]
  const labels = new Map(city.desks.map(desk => [desk.id, desk.label]))
  const known = new Set(day.desks.map(({ desk }) => desk.label))
  const gone = lines.filter(line => line.kind === 'visit' && !known.has(line.row.desk))
  const left = { title: t('desk.desks-other'), note: '', lines: inOrder(gone), isEmpty: gone.length === 0 }
  const sections = day.desks.map(({ desk, shifts }) => {
    const own = lines.filter(line => line.kind === 'visit' && line.row.desk === desk.label)
    const grey = breaksAt(city, day, desk, language)
    const hours = shifts.map(({ span }) => `${formatTime(span.from, language)}–${formatTime(span.to, language)}`).join(', ')
    const note = hours === '' ? t('desk.not-staffed') : hours
    const isEmpty = own.length === 0 && shifts.length === 0
    return {
      title: t('desk.desk-named', { desk: labels.get(desk.id) ?? '' }),
      note,
      lines: inOrder([...own, ...grey]),
      isEmpty,
    }
  })
  return [...sections, left].filter(({ isEmpty }) => !isEmpty)
}

/** Breaks of the desk itself, of its room, and of the whole building. */
function breaksAt(city: City, { breaks }: DayAtDesks, desk: Desk, language: Language): Line[] {
  const isRoot = (zoneId: string) => city.zones.find(({ id }) => id === zoneId)?.parentId === undefined
  const concerning = breaks.filter(({ deskId, zoneId }) => {
    if (deskId !== undefined) return deskId === desk.id
    return zoneId === undefined || zoneId === desk.zoneId || isRoot(zoneId)
  })
  return breakLines(city, concerning, language).map((each): Line => ({ kind: 'break', ...each }))
}

function inOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((one, other) => one.start - other.start || Number(other.kind === 'break') - Number(one.kind === 'break'))
}
