import type { Knex } from 'knex'
import { laterBy } from '../time.ts'

/**
 * Takes the turn to do a job for so many seconds, unless another process has it now; answers whether it was had. A turn
 * that lasts longer than one can was taken by a clock that was ahead: nobody waits for it.
 */
export async function takeTurn(db: Knex, job: string, instant: string, seconds: number): Promise<boolean> {
  const until = laterBy(instant, seconds)
  const rows = (await db('job_turns')
    .insert({ job, until })
    .onConflict('job')
    .merge(['until'])
    .where(
      turn => void turn.where('job_turns.until', '<=', instant).orWhere('job_turns.until', '>', laterBy(until, allowanceSeconds)),
    )
    .returning('job')) as unknown[]
  return rows.length > 0
}

/** Clocks of several machines differ a little. */
const allowanceSeconds = 60
