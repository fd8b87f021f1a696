import type { Knex } from 'knex'

/**
 * What happened at the doors, one row an event, in the order in which it was counted. `event_id` is given by the screen:
 * what is sent twice is counted once, and answered as it was the first time.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('door_events', table => {
    table.increments('number')
    table.string('office_id').notNullable()
    table.string('date', 10).notNullable()
    table.string('event_id', 36).notNullable()
    table.string('kind').notNullable()
    table.string('at', 24).notNullable()
    table.integer('at_minute').notNullable()
    table.string('entrance', 60).notNullable().defaultTo('')
    table.string('zone_id')
    table.integer('persons').notNullable().defaultTo(0)
    table.integer('counted').notNullable().defaultTo(0)
    table.integer('booking_number').references('bookings.number')
    table.integer('device_number').references('devices.number')
    table.integer('staff_number').references('staff.number')
    // Let in above a limit, or counted anew: why.
    table.string('reason', 200)
    table.integer('over_limit').notNullable().defaultTo(0)
    table.text('answer').notNullable()
    table.unique(['office_id', 'date', 'event_id'])
    table.foreign(['office_id', 'date']).references(['office_id', 'date']).inTable('door_days')
    table.check(`kind IN ('in', 'out', 'recount', 'enter', 'leave', 'refused')`, {}, 'door_events_kind_is_known')
    table.check('persons >= 0 AND counted >= 0 AND counted <= persons', {}, 'door_events_counts_are_counts')
    table.check('over_limit IN (0, 1)', {}, 'door_events_over_limit_or_not')
    table.check(`over_limit = 0 OR reason IS NOT NULL`, {}, 'door_events_over_limit_has_a_reason')
    table.check(`kind <> 'recount' OR reason IS NOT NULL`, {}, 'door_events_recount_has_a_reason')
    table.check(`at LIKE '____-__-__T%Z'`, {}, 'door_events_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('door_events')
}
