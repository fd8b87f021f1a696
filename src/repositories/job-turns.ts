import type { Knex } from 'knex'

/** Takes the turn to do a job until an instant, unless another process has it now; answers whether it was had. */
export async function takeTurn(db: Knex, job: string, instant: string, until: string): Promise<boolean> {
  const rows = (await db('job_turns')
    .insert({ job, until })
    .onConflict('job')
    .merge(['until'])
    .where('job_turns.until', '<=', instant)
    .returning('job')) as unknown[]
  return rows.length > 0
}
