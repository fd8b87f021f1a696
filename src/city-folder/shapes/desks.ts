import { z } from 'zod'
import type { Desk, DeskGroup, RosterEntry } from '../../domain/city.ts'
import { dates, forChannels, id, localized, marks, span, validity, weekdayList } from '../fields.ts'
import { gridMinutesAtLeastFive, mostHoursBefore, whole } from '../numbers.ts'

/** A desk group as its file has it, with its desks and their common roster. */
export interface WrittenDeskGroup {
  readonly group: DeskGroup
  readonly zoneId: string
  /** What is written over each desk. */
  readonly labels: readonly string[]
  readonly roster: readonly RosterLine[]
}

/** One line of a roster: some desks of the group, and when they are staffed. */
export interface RosterLine extends RosterEntry {
  readonly labels: readonly string[]
}

const label = z.union([z.string().trim().min(1), z.number()]).transform(String)

const rosterLine = z
  .strictObject({
    desks: z.array(label).min(1, 'must name a desk'),
    ...dates,
    weekdays: weekdayList,
    hours: span.exactOptional(),
    for: forChannels,
    'opens-to-all-hours-before': whole(mostHoursBefore).exactOptional(),
  })
  .transform((written): RosterLine => ({
    labels: written.desks,
    ...validity(written),
    weekdays: written.weekdays,
    ...(written.hours && { span: written.hours }),
    channels: written.for,
    ...(written['opens-to-all-hours-before'] !== undefined && { opensToAllHoursBefore: written['opens-to-all-hours-before'] }),
  }))

/** A record of `desks.yaml`. */
export const deskGroupShape = z
  .strictObject({
    id,
    office: id,
    zone: id,
    department: id,
    name: localized,
    letter: z.string().regex(/^[A-HJ-NP-Z]$/, 'must be one capital letter, but not I or O, which look like digits'),
    'slot-every-minutes': gridMinutesAtLeastFive,
    desks: z.array(label).min(1, 'must name a desk'),
    roster: z.array(rosterLine),
    ...marks,
  })
  .transform((written): WrittenDeskGroup => ({
    group: {
      id: written.id,
      officeId: written.office,
      departmentId: written.department,
      name: written.name,
      ticketLetter: written.letter,
      slotEveryMinutes: written['slot-every-minutes'],
    },
    zoneId: written.zone,
    labels: written.desks,
    roster: written.roster,
  }))

/** The desks of a group, each with the lines of the roster that name it. */
export function desksOf({ group, zoneId, labels, roster }: WrittenDeskGroup): Desk[] {
  return labels.map(label => ({
    id: deskIdOf(group.id, label),
    officeId: group.officeId,
    zoneId,
    deskGroupId: group.id,
    label,
    roster: roster.filter(({ labels }) => labels.includes(label)).map(({ labels: _labels, ...entry }) => entry),
  }))
}

/** The lasting name of a desk: desk 73 of CA-SA-D is CA-SA-D-73. */
export function deskIdOf(groupId: string, label: string): string {
  return `${groupId}-${label.replaceAll(' ', '-')}`
}
