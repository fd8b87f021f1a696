import type { display as official } from '../pl/display.ts'

/** The display that calls numbers. */
export const display: Readonly<Record<keyof typeof official, string>> = {
  'display.title': 'Calls',
  'display.number': 'Number',
  'display.desk': 'Desk',
  'display.direction-up': 'upstairs',
  'display.direction-down': 'downstairs',
  'display.direction-here': 'on this floor',
  'display.last': 'Last calls',
  'display.nobody': 'Please wait to be called',
  'display.come-in': 'Please come in',
  'display.open': 'Open today {hours}',
  'display.closed': 'Closed today',
  'display.by-appointment': 'By appointment only',
  'display.notices': 'Notices',
  'display.sound': 'Turn the sound on',
  'display.stale': 'No connection since {time}. Please listen for calls at the desks.',
}
