import type { Knex } from 'knex'

/** What was already asked under one key, so that asking twice books once. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('idempotency_keys', table => {
    table.string('key', 64).primary()
    table.string('fingerprint', 64).notNullable()
    table.integer('booking_number').notNullable().references('bookings.number')
    table.string('created_at', 24).notNullable().index()
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('idempotency_keys')
}
