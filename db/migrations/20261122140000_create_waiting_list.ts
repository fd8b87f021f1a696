import type { Knex } from 'knex'

/** Who wants to be told of a time earlier than the one that is booked, and of which times they were told last. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('waiting_list', table => {
    table.integer('booking_number').primary().references('bookings.number')
    table.string('scope').notNullable()
    table.string('until_date', 10).notNullable()
    table.string('since', 24).notNullable()
    table.string('last_told_at', 24)
    table.text('told').notNullable()
    table.index('last_told_at')
    table.check(`scope IN ('office', 'any')`, {}, 'waiting_list_scope_is_known')
    table.check(`until_date LIKE '____-__-__'`, {}, 'waiting_list_until_is_a_date')
    table.check(
      `since LIKE '____-__-__T%Z' AND (last_told_at IS NULL OR last_told_at LIKE '____-__-__T%Z')`,
      {},
      'waiting_list_instants_are_utc',
    )
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('waiting_list')
}
