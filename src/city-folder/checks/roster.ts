import { overlap } from '../../domain/calendar.ts'
import type { Span } from '../../domain/calendar.ts'
import type { OpeningHours } from '../../domain/city.ts'
import type { Entry } from '../entries.ts'
import type { Problem } from '../problem.ts'
import type { RosterLine, WrittenDeskGroup } from '../shapes/desks.ts'
import type { Written } from '../written.ts'
import { meet, writtenSpan } from './hours.ts'

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

/** A line with hours of its own must lie within the office's hours, wherever the office is open at all on that weekday. */
function outside(entry: Entry<WrittenDeskGroup>, line: RosterLine, place: number, openings: readonly OpeningHours[]): Problem[] {
  const span = line.span
  if (!span) return []
  return openings
    .filter(opening => meet(line, opening))
    .flatMap(({ days, validFrom }) => {
      const weekday = line.weekdays.find(
        day => days[day] && !days[day].some(open => open.from <= span.from && span.to <= open.to),
      )
      if (!weekday) return []
      const open = (days[weekday] ?? []).map(writtenSpan).join(', ')
      const since = validFrom ? ` from ${validFrom} on` : ''
      return [
        entry.problem(
          ['roster', place, 'hours'],
          `desks would be staffed ${writtenSpan(span)}, but on ${weekday}${since} office ${entry.value.group.officeId} is open ${open}`,
        ),
      ]
    })
}
