import { openLine, type PrinterLine } from './line.ts'
import type { Patience, PrinterAddress, PrintOutcome, PrintResult } from './printed.ts'
import { askInTurn, isSensor, isSensorLow, noReports, stateOf } from './state.ts'

/** Sends bytes to a printer: asks how it stands, sends, and waits until it says that they are printed. Never throws. */
export async function sendJob(printer: PrinterAddress, bytes: Uint8Array, patience: Patience): Promise<PrintResult> {
  const line = await openLine(printer, patience)
  if (line === 'refused' || line === 'offline') return unsent(line)
  try {
    if (printer.answers === 'nothing') return await sendUnanswered(line, bytes, patience)

    const before = await stateOf(line, patience.answer)
    // busy with another computer, many printers take the connection and drop it
    if (before.ready === 'lost') return unsent('refused')
    if (before.ready !== 'yes') return unsent(before.ready, before.paperLow)

    const taken = await line.send(Buffer.concat([noReports, bytes]), patience.print)
    if (taken !== 'taken') return sent(taken === 'lost' ? 'unsure' : 'stalled', before.paperLow)
    return printer.answers === 'status' ? await stateAfter(line, patience) : await printedInTurn(line, patience)
  } finally {
    line.cut()
  }
}

async function sendUnanswered(line: PrinterLine, bytes: Uint8Array, patience: Patience): Promise<PrintResult> {
  const taken = await line.send(bytes, patience.print)
  const ended = taken === 'taken' ? await line.end(patience.print) : taken
  if (ended === 'taken') return sent('printed')
  return sent(ended === 'lost' ? 'unsure' : 'stalled')
}

/** The printer's word after a job, where it does not say when it has printed it. */
async function stateAfter(line: PrinterLine, patience: Patience): Promise<PrintResult> {
  const { ready, paperLow } = await stateOf(line, patience.answer)
  if (ready === 'yes') return sent('printed', paperLow)
  return sent(ready === 'lost' ? 'unsure' : ready, paperLow)
}

/** Waits for the answer that comes after the last line; asks in between whether paper or cover hold it up. */
async function printedInTurn(line: PrinterLine, patience: Patience): Promise<PrintResult> {
  const asked = await line.send(askInTurn, patience.answer)
  if (asked === 'lost') return sent('unsure')
  const times = Math.max(1, Math.ceil(patience.print / patience.answer))
  for (let time = 0; time < times; time++) {
    const sensor = await line.hear(isSensor, patience.answer)
    if (sensor === 'lost') return sent('unsure')
    if (sensor !== 'late') return sent('printed', isSensorLow(sensor))

    const { ready, paperLow } = await stateOf(line, patience.answer)
    if (ready === 'lost') return sent('unsure')
    if (ready === 'no-paper' || ready === 'offline') return sent(ready, paperLow)
  }
  return sent('stalled')
}

function unsent(outcome: PrintOutcome, paperLow = false): PrintResult {
  return { outcome, sent: false, paperLow }
}

function sent(outcome: PrintOutcome, paperLow = false): PrintResult {
  return { outcome, sent: true, paperLow }
}
