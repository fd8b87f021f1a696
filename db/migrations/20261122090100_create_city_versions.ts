import type { Knex } from 'knex'

/** One row for each load that changed the city; the last one is in force. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('city_versions', table => {
    table.integer('version').primary()
    table.string('loaded_at', 24).notNullable()
    // Of everything the city says in this version, so that what was read once need not be read again.
    table.string('fingerprint', 64).notNullable()
    table.text('organisation').notNullable()
    table.text('policy').notNullable()
    table.check('version > 0', {}, 'city_versions_count_from_one')
    table.check(`loaded_at LIKE '____-__-__T%Z'`, {}, 'city_versions_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('city_versions')
}
