import type { Knex } from 'knex'

/** One step of the schema: does one thing, can be undone, runs on SQLite and PostgreSQL. */
export interface Migration {
  up(db: Knex): Promise<void>
  down(db: Knex): Promise<void>
}

/** Whether a migration runs on PostgreSQL; on SQLite otherwise. */
export function isPostgres(db: Knex): boolean {
  return (db.client as { config: { client: string } }).config.client === 'pg'
}
