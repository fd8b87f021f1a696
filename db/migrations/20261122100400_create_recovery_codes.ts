import type { Knex } from 'knex'

/** Codes on paper for those whose telephone is gone; hashed, each good for one sign-in. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('recovery_codes', table => {
    table.increments('number')
    table.integer('staff_number').notNullable().references('staff.number').index()
    table.string('code_hash', 64).notNullable()
    table.string('used_at', 24)
    table.unique(['staff_number', 'code_hash'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('recovery_codes')
}
