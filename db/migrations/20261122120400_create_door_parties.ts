import type { Knex } from 'knex'

/** Visits whose party is known to be at the office: inside, with what it was counted for in which zones, or waiting outside. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('door_parties', table => {
    table.string('office_id').notNullable()
    table.string('date', 10).notNullable()
    table.integer('booking_number').notNullable().references('bookings.number')
    table.string('place').notNullable()
    // What it was counted for, zone by zone; empty outside.
    table.text('weights').notNullable()
    table.string('since', 24).notNullable()
    table.primary(['office_id', 'date', 'booking_number'])
    table.foreign(['office_id', 'date']).references(['office_id', 'date']).inTable('door_days')
    table.check(`place IN ('inside', 'outside')`, {}, 'door_parties_place_is_known')
    table.check(`since LIKE '____-__-__T%Z'`, {}, 'door_parties_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('door_parties')
}
