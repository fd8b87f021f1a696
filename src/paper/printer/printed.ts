/** A ticket printer on the network. */
export interface PrinterAddress {
  readonly host: string
  /** 9100 on nearly all. */
  readonly port: number
  /**
   * What the printer answers: `everything` (real-time status and, in its turn, the paper sensor), `status` only, or
   * `nothing`, as a simple print server does. Absent: `everything`.
   */
  readonly answers?: 'everything' | 'status' | 'nothing'
}

/** What is to be printed, once. The id is the caller's: the same job sent again is not printed again. */
export interface PrintJob {
  readonly id: string
  readonly bytes: Uint8Array
}

/**
 * What became of a job: `printed`; `no-paper`; `offline` (cover open, fault, or nobody at the address); `refused` (the
 * printer takes no connection); `stalled` (it takes the connection, but nothing moves); `unsure` (the connection was lost
 * in the middle).
 */
export type PrintOutcome = 'printed' | 'no-paper' | 'offline' | 'refused' | 'stalled' | 'unsure'

export interface PrintResult {
  readonly outcome: PrintOutcome
  /** Whether some of the job reached the printer. If so it may come out yet, and must not be sent again unseen. */
  readonly sent: boolean
  readonly paperLow: boolean
}

/** How long the printer may take, in milliseconds. */
export interface Patience {
  readonly connect: number
  /** For an answer to a question about its state. */
  readonly answer: number
  /** For the whole job to come out, or to be taken where the printer does not say. */
  readonly print: number
}
