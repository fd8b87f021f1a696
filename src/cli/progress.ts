import type { Console } from './command.ts'

const rowsBetween = 100_000

/** Tells on standard error how far a long table has come. */
export function tellRows(console: Pick<Console, 'complain'>): (table: string, rows: number) => void {
  let [current, told] = ['', 0]
  return (table, rows) => {
    if (table !== current) [current, told] = [table, 0]
    if (rows < told + rowsBetween) return
    told = rows
    console.complain(`${table}: ${rows} rows`)
  }
}

/** Whether somebody wanted it to stop. */
export function isStopped(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
