import type { Knex } from 'knex'

/** Bookings that were kept although a change of the day left no place for them, and why. They show in red. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('kept_bookings', table => {
    table.string('office_id').notNullable()
    table.string('date', 10).notNullable()
    table.integer('booking_number').notNullable().references('bookings.number')
    table.string('reason', 200).notNullable()
    table.string('kept_at', 24).notNullable()
    table.primary(['office_id', 'date', 'booking_number'])
    table.foreign(['office_id', 'date']).references(['office_id', 'date']).inTable('day_sheets')
    table.check(`kept_at LIKE '____-__-__T%Z'`, {}, 'kept_bookings_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('kept_bookings')
}
