import type { Knex } from 'knex'

/** Lines of a sheet that were taken back as visits of their own, so that the same line is never taken back twice. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('paper_lines', table => {
    table.string('office_id').notNullable().references('offices.id')
    table.string('date', 10).notNullable()
    // `w3`: the third line for walk-ins; `b17`: somebody came to booking 17, which had been called off.
    table.string('line', 20).notNullable()
    table.integer('booking_number').notNullable().references('bookings.number').index()
    // What stood on the line: time, matter, persons.
    table.string('written').notNullable()
    table.primary(['office_id', 'date', 'line'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('paper_lines')
}
