import type { Knex } from 'knex'

/** Changes of one day that the roster does not know: absences, late openings, closures, airings. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('day_exceptions', table => {
    table.increments('number')
    table.string('office_id').notNullable().references('offices.id')
    table.string('date', 10).notNullable()
    table.string('kind').notNullable()
    table.string('desk_id').references('desks.id')
    table.string('zone_id').references('zones.id')
    table.integer('from_minute').notNullable()
    table.integer('to_minute').notNullable()
    table.text('channels')
    table.integer('opens_to_all_hours_before')
    table.text('reason')
    table.string('created_at', 24).notNullable()
    table.index(['office_id', 'date'])
    table.check(`kind IN ('desk-unstaffed', 'desk-staffed', 'zone-closed', 'office-closed')`, {}, 'day_exceptions_kind_is_known')
    table.check('0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440', {}, 'day_exceptions_span_is_in_order')
    table.check('from_minute % 5 = 0 AND to_minute % 5 = 0', {}, 'day_exceptions_span_is_whole_ticks')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('day_exceptions')
}
