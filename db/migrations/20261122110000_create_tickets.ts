import type { Knex } from 'knex'

/** One row for each visit that has come to the office: its number in the queue and where it stands there. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('tickets', table => {
    table.string('office_id').notNullable()
    table.string('date', 10).notNullable()
    table.integer('booking_number').notNullable().references('bookings.number')
    table.string('desk_group_id').notNullable().references('desk_groups.id')
    table.string('code', 5).notNullable()
    table.string('channel').notNullable()
    table.integer('booked_start')
    table.integer('late_minutes').notNullable().defaultTo(0)
    table.string('arrived_at', 24).notNullable()
    table.integer('priority').notNullable().defaultTo(0)
    table.integer('parked').notNullable().defaultTo(0)
    table.integer('forwarded').notNullable().defaultTo(0)
    table.integer('calls').notNullable().defaultTo(0)
    table.string('last_called_at', 24)
    table.integer('called_on_page')
    table.string('desk_id').references('desks.id')
    table.string('started_at', 24)
    table.string('finished_at', 24)
    table.string('left_at', 24)
    table.primary(['office_id', 'date', 'booking_number'])
    table.unique(['office_id', 'date', 'code'])
    table.index(['office_id', 'date', 'desk_group_id', 'called_on_page'])
    table.foreign(['office_id', 'date']).references(['office_id', 'date']).inTable('day_sheets')
    table.check(`code LIKE '____%' AND code NOT LIKE 'I%' AND code NOT LIKE 'O%'`, {}, 'tickets_code_is_a_letter_and_digits')
    table.check('priority IN (0, 1) AND parked IN (0, 1) AND forwarded IN (0, 1)', {}, 'tickets_marks_are_yes_or_no')
    table.check('calls >= 0 AND late_minutes >= 0', {}, 'tickets_calls_are_counted')
    table.check(`arrived_at LIKE '____-__-__T%Z'`, {}, 'tickets_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('tickets')
}
