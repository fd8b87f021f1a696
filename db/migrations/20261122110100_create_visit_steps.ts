import type { Knex } from 'knex'

/** The steps of each visit with their times, for statistics and to be undone. No names, no contact. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('visit_steps', table => {
    table.increments('number')
    table.string('office_id').notNullable()
    table.string('date', 10).notNullable()
    table.integer('booking_number').notNullable().references('bookings.number')
    table.string('step').notNullable()
    table.string('desk_id').references('desks.id')
    table.string('at', 24).notNullable()
    // What stood before, to be brought back: status, place and ticket.
    table.text('before').notNullable()
    table.integer('undone').notNullable().defaultTo(0)
    table.index(['office_id', 'date', 'booking_number'])
    table.foreign(['office_id', 'date']).references(['office_id', 'date']).inTable('day_sheets')
    table.check(`at LIKE '____-__-__T%Z'`, {}, 'visit_steps_instants_are_utc')
    table.check('undone IN (0, 1)', {}, 'visit_steps_are_undone_or_not')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('visit_steps')
}
