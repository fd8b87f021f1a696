import type { Knex } from 'knex'

/** Codes to be typed on a device so that it is known from then on: each works once, for some minutes, and is kept as its SHA-256 only. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('device_codes', table => {
    table.string('code_hash', 64).primary()
    table.integer('device_number').notNullable().unique().references('devices.number')
    table.string('expires_at', 24).notNullable().index()
    table.check('length(code_hash) = 64', {}, 'device_codes_are_hashed')
    table.check(`expires_at LIKE '____-__-__T%Z'`, {}, 'device_codes_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('device_codes')
}
