import type { Knex } from 'knex'

/** What was sent to a ticket printer, so that nothing comes out twice. One row for each ticket or slip, whatever becomes of it. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('print_jobs', table => {
    table.string('id', 80).primary()
    table.string('office_id').notNullable().references('offices.id').index()
    // The printer; absent where the office has none.
    table.integer('device_number').references('devices.number')
    table.string('kind').notNullable()
    table.integer('booking_number')
    table.string('status').notNullable()
    // Some of it has reached the printer, and may come out yet.
    table.integer('sent').notNullable()
    table.integer('tries').notNullable()
    table.string('at', 24).notNullable().index()
    table.check(`kind IN ('ticket', 'note')`, {}, 'print_jobs_kind_is_known')
    table.check(`sent IN (0, 1) AND tries > 0`, {}, 'print_jobs_are_tried')
    table.check(
      `status IN ('sending', 'printed', 'no-paper', 'offline', 'refused', 'stalled', 'unsure', 'no-printer')`,
      {},
      'print_jobs_status_is_known',
    )
    table.check(`at LIKE '____-__-__T%Z'`, {}, 'print_jobs_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('print_jobs')
}
