import type { Knex } from 'knex'

/** Messages that wait to be sent: written in the transaction that causes them, sent afterwards. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('outbox', table => {
    table.increments('number')
    table.string('kind').notNullable()
    table.integer('booking_number').notNullable().references('bookings.number')
    table.integer('revision').notNullable()
    table.string('recipient').notNullable()
    table.string('language', 2).notNullable()
    table.string('status').notNullable()
    table.integer('tries').notNullable().defaultTo(0)
    table.string('due_at', 24).notNullable()
    table.string('sent_at', 24)
    table.string('trouble')
    table.index(['status', 'due_at'])
    table.check(`status IN ('waiting', 'sent', 'failed', 'dropped')`, {}, 'outbox_status_is_known')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('outbox')
}
