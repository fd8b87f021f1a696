import type { Knex } from 'knex'
import { isPostgres } from './migration.ts'

/**
 * Keeps the ticks of desks in the order of their key, on SQLite: they are most of a file, and were kept there twice, as
 * rows and as the index to them.
 */
export async function up(db: Knex): Promise<void> {
  if (!isPostgres(db)) await rebuild(db, 'WITHOUT ROWID')
}

export async function down(db: Knex): Promise<void> {
  if (!isPostgres(db)) await rebuild(db, '')
}

async function rebuild(db: Knex, kind: string) {
  await db.raw(`
    CREATE TABLE desk_ticks_rebuilt (
      office_id varchar(255) NOT NULL,
      date varchar(10) NOT NULL,
      desk_id varchar(255) NOT NULL REFERENCES desks (id),
      tick integer NOT NULL,
      booking_number integer REFERENCES bookings (number),
      PRIMARY KEY (office_id, date, desk_id, tick),
      FOREIGN KEY (office_id, date) REFERENCES day_sheets (office_id, date)
    ) ${kind}`)
  await db.raw('INSERT INTO desk_ticks_rebuilt SELECT office_id, date, desk_id, tick, booking_number FROM desk_ticks')
  await db.raw('DROP TABLE desk_ticks')
  await db.raw('ALTER TABLE desk_ticks_rebuilt RENAME TO desk_ticks')
}
