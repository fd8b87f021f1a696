import type { Knex } from 'knex'

/** Tries to sign in, by name and by address, both hashed: shared by all processes, and kept over a restart. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('sign_in_throttle', table => {
    table.string('key', 64).primary()
    table.integer('tries').notNullable()
    table.string('last_at', 24).notNullable().index()
    table.string('free_at', 24).notNullable()
    table.check('tries > 0', {}, 'sign_in_throttle_tries_are_counted')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('sign_in_throttle')
}
