import type { Knex } from 'knex'

/** Who has said that they will be late, and by how many minutes. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('late_notes', table => {
    table.integer('booking_number').primary().references('bookings.number')
    table.integer('minutes').notNullable()
    table.string('said_at', 24).notNullable()
    table.check('minutes > 0', {}, 'late_notes_minutes_are_counted')
    table.check(`said_at LIKE '____-__-__T%Z'`, {}, 'late_notes_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('late_notes')
}
