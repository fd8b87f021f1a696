import type { DoorFigures } from './doors.ts'
import type { Report, Spread } from './figures.ts'

/** The report as a table of text. */
export function toLines(report: Report): string[] {
  const { waiting, serving, punctuality, walkIns, run } = report
  const spread = ({ count, median, ninety }: Spread) => `${right(median, 5)}${right(ninety, 7)}${right(count, 8)}`
  return [
    `${report.office} on ${report.date}, seed ${report.seed}: ${report.visits} visits, ${report.booked} of them booked beforehand`,
    '',
    `                               median    90 %   people`,
    `waiting after the time, min   ${spread(waiting.booked)}`,
    `waiting without booking, min  ${spread(waiting.walkIns)}`,
    `call after the time, min      ${spread(punctuality)}   ${percent(punctuality.within5)} within 5 min`,
    `serving, min                  ${spread(serving)}`,
    '',
    `without booking: ${walkIns.came} came, ${walkIns.admitted} had a ticket at once, ${walkIns.toldLater} a time later, ${walkIns.sentAway} went away`,
    `how it ended: ${Object.entries(report.ends)
      .map(([how, many]) => `${many} ${how}`)
      .join(', ')}`,
    '',
    'desks    used',
    ...report.desks.map(
      ({ hour, use, usedMinutes, staffedMinutes }) =>
        `${right(hour, 5)}  ${right(percent(use), 5)}  ${bar(use)}  ${usedMinutes} of ${staffedMinutes} min`,
    ),
    '',
    'room        most  limit  min above a limit that had fallen',
    ...report.rooms.map(
      ({ zone, most, limitThen, minutesAbove }) =>
        `${zone.padEnd(10)}${right(most, 6)}${right(limitThen ?? '-', 7)}${right(minutesAbove, 6)}`,
    ),
    ...(report.doors ? ['', ...doorLines(report.doors)] : []),
    '',
    `${run.asked} orders to ${run.processes} ${run.processes === 1 ? 'process' : 'processes'} in ${run.seconds} s, ${run.timesRealSpeed} times real speed; ${report.faults.length} faults`,
    ...report.faults.map(fault => `  ${fault}`),
  ]
}

function doorLines({ people, enter, wait, full, wentAway, checked, most }: DoorFigures): string[] {
  const rooms = Object.entries(most).map(([zone, heads]) => `${zone} ${heads}`)
  return [
    `doors: ${people} people came in; ${enter} codes let in, ${wait} told to wait, ${full} times full, ${wentAway} went away`,
    `the count was right each of ${checked} times; at most ${rooms.join(', ')}`,
  ]
}

function bar(use: number): string {
  return '█'.repeat(Math.round(Math.min(1, use) * 20)).padEnd(20, '·')
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`
}

function right(value: string | number, width: number): string {
  return String(value).padStart(width)
}
