import type { Entry } from '../entries.ts'
import type { Problem } from '../problem.ts'
import { deskIdOf, type WrittenDeskGroup } from '../shapes/desks.ts'

/** Desks that could not be told apart: one label twice in a group, or two desks that would get one id. */
export function deskIdProblems(groups: readonly Entry<WrittenDeskGroup>[]): Problem[] {
  const desks = groups.flatMap(placesOf)
  const first = new Map<string, DeskPlace>()
  return desks.flatMap(desk => {
    const before = first.get(desk.id)
    if (before) return [confused(desk, before)]
    first.set(desk.id, desk)
    return []
  })
}

interface DeskPlace {
  readonly id: string
  readonly label: string
  readonly groupId: string
  /** A problem on the line of the label. */
  readonly problem: (message: string) => Problem
}

function placesOf(entry: Entry<WrittenDeskGroup>): DeskPlace[] {
  const { group, labels } = entry.value
  return labels.map((label, place) => ({
    id: deskIdOf(group.id, label),
    label,
    groupId: group.id,
    problem: message => entry.problem(['desks', place], message),
  }))
}

function confused(desk: DeskPlace, before: DeskPlace): Problem {
  if (desk.groupId === before.groupId && desk.label === before.label) return desk.problem(`desk ${desk.label} stands twice`)
  const other = `desk ${before.label} of group ${before.groupId} on line ${before.problem('').line}`
  return desk.problem(
    `desk ${desk.label} would have the id ${desk.id}, which is that of ${other}; give one of them another label`,
  )
}
