import type { Knex } from 'knex'

/** When a change of a day was taken back; until then it is in force. It stays on record: nothing of it is deleted. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('day_exceptions', table => {
    table.string('taken_back_at', 24)
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('day_exceptions', table => {
    table.dropColumn('taken_back_at')
  })
}
