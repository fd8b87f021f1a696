import type { Knex } from 'knex'

/** One step of the schema: does one thing, can be undone, runs on SQLite and PostgreSQL. */
export interface Migration {
  up(db: Knex): Promise<void>
  down(db: Knex): Promise<void>
}
