import type { DoorFigures } from './doors.ts'
import type { Report, Spread } from './figures.ts'
import type { End } from './play.ts'

/** The report as a page of text, for whoever runs an office. */
export function toLines(report: Report): string[] {
  const { waiting, serving, punctuality, walkIns, run } = report
  const visits = report.booked + walkIns.admitted + walkIns.toldLater
  const people = Object.values(report.ends).reduce((sum, many) => sum + many, 0)
  return [
    `Office ${report.office}, ${report.date} (seed ${report.seed})`,
    `${visits} visits: ${report.booked} booked beforehand, ${walkIns.admitted} with a ticket at once, ${walkIns.toldLater} with a time later that day`,
    '',
    'minutes                                    half within   9 of 10 within   visits',
    `booked: from the time* to the call         ${spread(waiting.booked)}   ${percent(punctuality.within5)} within 5 min`,
    `booked: call after the time* (-: before)   ${spread(punctuality)}`,
    `without booking: from coming to the call   ${spread(waiting.walkIns)}`,
    `served                                     ${spread(serving)}`,
    '* the time booked, or that of coming if it was later',
    '',
    `Without booking ${walkIns.came} came: ${walkIns.admitted} had a ticket at once, ${walkIns.toldLater} a time later that day, ${walkIns.sentAway} had to go.`,
    `How it ended for each of ${people} who wanted something:`,
    ...Object.entries(report.ends)
      .toSorted(([, one], [, other]) => other - one)
      .map(([how, many]) => `${right(many, 6)}  ${endWords[how as End]}`),
    '',
    'Desks, from the call until they are cleaned',
    'from     in use                         minutes of those staffed',
    ...report.desks.map(
      ({ hour, use, usedMinutes, staffedMinutes }) =>
        `${right(hour, 5)}  ${right(percent(use), 6)}  ${bar(use)}  ${right(usedMinutes, 5)} of ${staffedMinutes}`,
    ),
    '',
    'Rooms: persons who count, called to a desk or served',
    'room      most at once   limit then   minutes above a limit that fell beneath them',
    ...report.rooms.map(
      ({ zone, most, limitThen, minutesAbove }) =>
        `${zone.padEnd(10)}${right(most, 12)}${right(limitThen ?? 'none', 13)}${right(minutesAbove, 10)}`,
    ),
    ...(report.doors ? ['', ...doorLines(report.doors)] : []),
    '',
    `${report.overlooked} were marked as missing while they waited, and found again. ${report.afterHours} calls after the last shift brought more than the clerks who had stayed.`,
    `Played in ${run.seconds} s, ${run.timesRealSpeed} times real speed: ${run.asked} orders to ${run.processes} ${run.processes === 1 ? 'process' : 'processes'}. Faults: ${report.faults.length}.`,
    ...report.faults.map(fault => `  ${fault}`),
  ]
}

const endWords: Readonly<Record<End, string>> = {
  served: 'were served',
  missing: 'did not come, or not when called',
  'came-too-late': 'came too late',
  'called-off': 'were called off when the day changed',
  'gave-up': 'left before they were called',
  'moved-elsewhere': 'were moved to another day or office when the day changed',
  'sent-away': 'came without booking, and there was no place',
  'found-no-time': 'found no time to book',
}

function doorLines({ people, enter, wait, full, wentAway, checked, most }: DoorFigures): string[] {
  const rooms = Object.entries(most).filter(([, heads]) => heads > 0)
  return [
    `Doors: ${people} persons came in. Of those with a code ${enter} parties were let in, ${wait} told to wait for their time;`,
    `"full" was said ${full} times, and ${wentAway} without a code went away.`,
    `Our own count agreed each of ${checked} times. Most persons at once: ${rooms.map(([zone, heads]) => `${zone} ${heads}`).join(', ')}.`,
  ]
}

function spread({ count, median, ninety }: Spread): string {
  return `${right(median, 11)}${right(ninety, 17)}${right(count, 9)}`
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
