import type { Knex } from 'knex'

/** What stands at the entrances: kiosks, displays, guards' phones, scanners, printers. A credential is kept as its SHA-256 only. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('devices', table => {
    table.increments('number')
    table.string('office_id').notNullable().references('offices.id').index()
    table.string('kind').notNullable()
    table.string('name', 60).notNullable()
    table.string('entrance', 60).notNullable().defaultTo('')
    // The part of the building that this entrance leads into; absent: the whole building.
    table.string('zone_id')
    // Whoever leaves is counted here, and so not when a desk has served them.
    table.integer('counts_exits').notNullable().defaultTo(0)
    table.string('credential_hash', 64).unique()
    table.string('added_at', 24).notNullable()
    table.string('enrolled_at', 24)
    table.string('revoked_at', 24)
    table.string('last_seen_at', 24)
    table.string('paper', 3)
    table.string('error', 200)
    table.string('printer_host', 255)
    table.integer('printer_port')
    table.integer('printer_width_mm')
    table.check(`kind IN ('kiosk', 'display', 'guard', 'scanner', 'printer')`, {}, 'devices_kind_is_known')
    table.check('credential_hash IS NULL OR length(credential_hash) = 64', {}, 'devices_credential_is_hashed')
    table.check('credential_hash IS NULL OR revoked_at IS NULL', {}, 'devices_revoked_have_no_credential')
    table.check(`paper IS NULL OR paper IN ('ok', 'low', 'out')`, {}, 'devices_paper_is_known')
    table.check(`kind = 'printer' OR printer_host IS NULL`, {}, 'devices_only_printers_have_a_host')
    table.check('printer_port IS NULL OR (printer_port > 0 AND printer_port < 65536)', {}, 'devices_port_is_a_port')
    table.check('printer_width_mm IS NULL OR printer_width_mm IN (58, 80)', {}, 'devices_width_is_known')
    table.check(`added_at LIKE '____-__-__T%Z'`, {}, 'devices_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('devices')
}
