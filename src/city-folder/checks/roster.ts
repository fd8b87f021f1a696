import { overlap } from '../../domain/calendar.ts'
import type { Span } from '../../domain/calendar.ts'
import type { Entry } from '../entries.ts'
import type { Problem } from '../problem.ts'
import type { RosterLine, WrittenDeskGroup } from '../shapes/desks.ts'
import type { Written } from '../written.ts'
import { meet } from './hours.ts'
import { outside } from './roster-hours.ts'

/** Desks that are staffed twice at once, or while their office is closed. */
export function rosterProblems(written: Written): Problem[] {
  const openings = new Map(written.offices.sound.map(({ value }) => [value.id, value.opening]))
  return written.deskGroups.sound.flatMap(entry => [
    ...doubled(entry),
    ...entry.value.roster.flatMap((line, place) => outside(entry, line, place, openings.get(entry.value.group.officeId) ?? [])),
  ])
}

const wholeDay: Span = { from: 0, to: 1440 }

function doubled(entry: Entry<WrittenDeskGroup>): Problem[] {
  const { roster } = entry.value
  return roster.flatMap((line, place) => {
    const earlier = roster.slice(0, place).find(other => clash(line, other))
    const label = earlier && line.labels.find(desk => earlier.labels.includes(desk))
    return label ? [entry.problem(['roster', place], `desk ${label} is staffed twice at the same time`)] : []
  })
}

function clash(one: RosterLine, other: RosterLine): boolean {
  return (
    one.labels.some(desk => other.labels.includes(desk)) &&
    one.weekdays.some(weekday => other.weekdays.includes(weekday)) &&
    meet(one, other) &&
    overlap(one.span ?? wholeDay, other.span ?? wholeDay)
  )
}
