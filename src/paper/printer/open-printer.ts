import type { Patience, PrinterAddress, PrintJob, PrintResult } from './printed.ts'
import { openLine } from './line.ts'
import { sendJob } from './send-job.ts'
import { stateOf, type PrinterState } from './state.ts'

/** A printer as the program keeps it: one job at a time, none twice. */
export interface Printer {
  /**
   * Prints a job. The same id again answers what became of it the first time, and prints nothing; but if nothing of it
   * was sent, it is tried anew.
   */
  print(job: PrintJob): Promise<PrintResult>
  /** How it stands now; `lost` where it takes no connection. */
  state(): Promise<PrinterState>
}

/** What a printer in the next room needs. */
export const usualPatience: Patience = { connect: 2000, answer: 1000, print: 15000 }

/** Opens a printer. Its memory of jobs lasts as long as the program runs; a job's fate is for the caller to write down. */
export function openPrinter(address: PrinterAddress, patience: Patience = usualPatience): Printer {
  const jobs = new Map<string, Promise<PrintResult>>()
  let last: Promise<unknown> = Promise.resolve()

  /** Printers take one connection: whoever comes waits for those before. */
  const inTurn = <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(act)
    last = answer.catch(() => undefined)
    return answer
  }
  const printOnce = async (job: PrintJob): Promise<PrintResult> => {
    const result = await inTurn(() => sendJob(address, job.bytes, patience))
    if (!result.sent) jobs.delete(job.id)
    return result
  }
  return {
    print(job) {
      const known = jobs.get(job.id)
      if (known) return known
      const printing = printOnce(job)
      jobs.set(job.id, printing)
      forgetOldest(jobs)
      return printing
    },
    state: () => inTurn(() => askState(address, patience)),
  }
}

async function askState(address: PrinterAddress, patience: Patience): Promise<PrinterState> {
  const line = await openLine(address, patience)
  if (line === 'refused' || line === 'offline') return { ready: line === 'refused' ? 'lost' : 'offline', paperLow: false }
  if (address.answers === 'nothing') {
    line.cut()
    return { ready: 'yes', paperLow: false }
  }
  const state = await stateOf(line, patience.answer)
  line.cut()
  return state
}

const mostJobs = 2000

function forgetOldest(jobs: Map<string, Promise<PrintResult>>): void {
  if (jobs.size <= mostJobs) return
  const [oldest] = jobs.keys()
  if (oldest !== undefined) jobs.delete(oldest)
}
