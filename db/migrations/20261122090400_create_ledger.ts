import type { Knex } from 'knex'

/** The ledger that cannot be overdrawn: the database refuses what the rules do not allow, whoever writes. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('zone_ticks', table => {
    table.string('office_id').notNullable()
    table.string('date', 10).notNullable()
    table.string('zone_id').notNullable().references('zones.id')
    table.integer('tick').notNullable()
    table.integer('counted').notNullable().defaultTo(0)
    table.integer('counted_limit')
    table.integer('bodies').notNullable().defaultTo(0)
    table.integer('bodies_limit')
    table.integer('excused').notNullable().defaultTo(0)
    table.primary(['office_id', 'date', 'zone_id', 'tick'])
    table.foreign(['office_id', 'date']).references(['office_id', 'date']).inTable('day_sheets')
    table.check('0 <= counted AND counted <= bodies', {}, 'zone_ticks_counted_are_bodies')
    table.check('counted_limit IS NULL OR counted <= counted_limit + excused', {}, 'zone_ticks_within_sanitary_limit')
    table.check('bodies_limit IS NULL OR bodies <= bodies_limit + excused', {}, 'zone_ticks_within_physical_limit')
    table.check('excused >= 0', {}, 'zone_ticks_excused_is_counted')
  })
  await db.schema.createTable('desk_ticks', table => {
    table.string('office_id').notNullable()
    table.string('date', 10).notNullable()
    table.string('desk_id').notNullable().references('desks.id')
    table.integer('tick').notNullable()
    table.integer('booking_number').references('bookings.number')
    table.primary(['office_id', 'date', 'desk_id', 'tick'])
    table.foreign(['office_id', 'date']).references(['office_id', 'date']).inTable('day_sheets')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('desk_ticks')
  await db.schema.dropTable('zone_ticks')
}
