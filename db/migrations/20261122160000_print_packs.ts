import type { Knex } from 'knex'
import { isPostgres } from './migration.ts'

/** Lets daily packs be noted among what was sent to printers, so that none comes out twice. */
export async function up(db: Knex): Promise<void> {
  await allow(db, ['ticket', 'note', 'pack'])
}

export async function down(db: Knex): Promise<void> {
  await db('print_jobs').where({ kind: 'pack' }).delete()
  await allow(db, ['ticket', 'note'])
}

async function allow(db: Knex, kinds: readonly string[]): Promise<void> {
  const kindIsKnown = `CONSTRAINT print_jobs_kind_is_known CHECK (kind IN (${kinds.map(kind => `'${kind}'`).join(', ')}))`
  if (isPostgres(db)) {
    await db.raw('ALTER TABLE print_jobs DROP CONSTRAINT print_jobs_kind_is_known')
    return db.raw(`ALTER TABLE print_jobs ADD ${kindIsKnown}`)
  }
  // SQLite changes no constraint of a table that stands.
  await db.raw(`
    CREATE TABLE print_jobs_rebuilt (
      id varchar(80) PRIMARY KEY,
      office_id varchar(255) NOT NULL REFERENCES offices (id),
      device_number integer REFERENCES devices (number),
      kind varchar(255) NOT NULL,
      booking_number integer,
      status varchar(255) NOT NULL,
      sent integer NOT NULL,
      tries integer NOT NULL,
      at varchar(24) NOT NULL,
      ${kindIsKnown},
      CONSTRAINT print_jobs_are_tried CHECK (sent IN (0, 1) AND tries > 0),
      CONSTRAINT print_jobs_status_is_known CHECK (
        status IN ('sending', 'printed', 'no-paper', 'offline', 'refused', 'stalled', 'unsure', 'no-printer')
      ),
      CONSTRAINT print_jobs_instants_are_utc CHECK (at LIKE '____-__-__T%Z')
    )`)
  await db.raw(`
    INSERT INTO print_jobs_rebuilt
    SELECT id, office_id, device_number, kind, booking_number, status, sent, tries, at FROM print_jobs`)
  await db.raw('DROP TABLE print_jobs')
  await db.raw('ALTER TABLE print_jobs_rebuilt RENAME TO print_jobs')
  for (const column of ['office_id', 'at']) await db.raw(`CREATE INDEX print_jobs_${column}_index ON print_jobs (${column})`)
}
