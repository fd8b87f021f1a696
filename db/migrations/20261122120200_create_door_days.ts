import type { Knex } from 'knex'

/**
 * The count at an office's doors on one day, as a whole: each change turns it first, so that one at a time is made, and
 * screens know what they have seen. `counted_to` is the minute up to which the hourly maxima are complete.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('door_days', table => {
    table.string('office_id').notNullable().references('offices.id')
    table.string('date', 10).notNullable()
    table.integer('turn').notNullable()
    table.integer('counted_to').notNullable().defaultTo(0)
    table.primary(['office_id', 'date'])
    table.check('turn > 0', {}, 'door_days_turns_are_counted')
    table.check('counted_to >= 0 AND counted_to <= 1440', {}, 'door_days_counted_to_is_a_minute')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('door_days')
}
