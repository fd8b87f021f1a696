import type { PrinterLine } from './line.ts'

/** How a printer stands: whether it can print, and if not, why. */
export interface PrinterState {
  readonly ready: 'yes' | 'no-paper' | 'offline' | 'stalled' | 'lost'
  readonly paperLow: boolean
}

/**
 * Asks a printer how it stands, by the real-time commands that it answers whatever else it does (ESC/POS, `DLE EOT n`):
 * the paper first, because a printer without paper is offline too.
 */
export async function stateOf(line: PrinterLine, milliseconds: number): Promise<PrinterState> {
  const paper = await line.ask(realTime(4), isStatus, milliseconds)
  if (paper === 'lost') return { ready: 'lost', paperLow: false }
  if (paper === 'late') return { ready: 'stalled', paperLow: false }
  const paperLow = (paper & nearEnd) > 0
  if ((paper & paperEnd) > 0) return { ready: 'no-paper', paperLow: true }

  const cause = await line.ask(realTime(2), isStatus, milliseconds)
  if (typeof cause !== 'number') return { ready: cause === 'lost' ? 'lost' : 'stalled', paperLow }
  if ((cause & stoppedForPaper) > 0) return { ready: 'no-paper', paperLow: true }
  if ((cause & (coverOpen | fault)) > 0) return { ready: 'offline', paperLow }

  const state = await line.ask(realTime(1), isStatus, milliseconds)
  if (typeof state !== 'number') return { ready: state === 'lost' ? 'lost' : 'stalled', paperLow }
  return { ready: (state & offline) > 0 ? 'offline' : 'yes', paperLow }
}

/** Asks for the paper sensor in its turn: the answer comes once all that was sent before is printed (`GS r 1`). */
export const askInTurn = Uint8Array.of(0x1d, 0x72, 1)

/** Switches reports off that nobody asked for (`GS a 0`): they could be taken for answers. */
export const noReports = Uint8Array.of(0x1d, 0x61, 0)

/** Whether a byte answers `askInTurn`: bits 4 and 7 are 0. */
export function isSensor(byte: number): boolean {
  return (byte & 0x90) === 0
}

/** Whether an answer to `askInTurn` says that the roll is near its end, or at it. */
export function isSensorLow(byte: number): boolean {
  return (byte & 0x0f) > 0
}

/** Whether a byte answers `DLE EOT`: bits 1 and 4 are 1, bits 0 and 7 are 0. */
function isStatus(byte: number): boolean {
  return (byte & 0x93) === 0x12
}

function realTime(which: 1 | 2 | 4): Uint8Array {
  return Uint8Array.of(0x10, 0x04, which)
}

const offline = 0x08
const coverOpen = 0x04
const stoppedForPaper = 0x20
const fault = 0x40
const nearEnd = 0x0c
const paperEnd = 0x60
