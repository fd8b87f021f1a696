import type { Knex } from 'knex'

/** What the office last did to a booking on its own account, why, and where the visit was before: so that its page can say it. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('office_changes', table => {
    table.integer('booking_number').primary().references('bookings.number')
    table.string('kind').notNullable()
    table.integer('revision').notNullable()
    table.string('from_office_id').notNullable()
    table.string('from_date', 10).notNullable()
    table.integer('from_minute').notNullable()
    table.string('reason').notNullable()
    table.string('zone_id')
    table.string('rule_id')
    table.string('changed_at', 24).notNullable()
    table.string('accepted_at', 24)
    table.check(`kind IN ('moved', 'called-off', 'displaced')`, {}, 'office_changes_kind_is_known')
    table.check('from_minute >= 0 AND from_minute < 1440', {}, 'office_changes_minute_is_in_the_day')
    table.check(`changed_at LIKE '____-__-__T%Z'`, {}, 'office_changes_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('office_changes')
}
