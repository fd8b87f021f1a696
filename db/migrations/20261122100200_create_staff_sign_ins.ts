import type { Knex } from 'knex'

/** Who is signed in. The cookie's token is kept as its SHA-256 only: whoever reads this table cannot be anybody. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('staff_sign_ins', table => {
    table.increments('number')
    table.string('token_hash', 64).notNullable().unique()
    table.integer('staff_number').notNullable().references('staff.number').index()
    table.string('via').notNullable()
    table.string('created_at', 24).notNullable()
    table.string('last_seen_at', 24).notNullable()
    table.string('second_step_at', 24)
    table.string('ended_at', 24)
    table.check('length(token_hash) = 64', {}, 'staff_sign_ins_token_is_hashed')
    table.check(`via IN ('password', 'oidc')`, {}, 'staff_sign_ins_via_is_known')
    table.check(`created_at LIKE '____-__-__T%Z' AND last_seen_at LIKE '____-__-__T%Z'`, {}, 'staff_sign_ins_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('staff_sign_ins')
}
