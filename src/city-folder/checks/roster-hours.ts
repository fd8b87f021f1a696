import type { OpeningHours } from '../../domain/city.ts'
import type { Entry } from '../entries.ts'
import type { Problem } from '../problem.ts'
import type { RosterLine, WrittenDeskGroup } from '../shapes/desks.ts'
import { meet, writtenSpan } from './hours.ts'

/** A line with hours of its own must lie within the office's hours, wherever the office is open at all on that weekday. */
export function outside(
  entry: Entry<WrittenDeskGroup>,
  line: RosterLine,
  place: number,
  openings: readonly OpeningHours[],
): Problem[] {
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
