import type { Knex } from 'knex'

/** Accounts of those who work here. None is ever deleted, because the audit log names them by number. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('staff', table => {
    table.increments('number')
    table.string('sign_in_name', 64).notNullable().unique()
    table.string('initials', 4).notNullable()
    table.string('password_hash').notNullable()
    table.boolean('must_change_password').notNullable()
    table.string('totp_secret') // sealed with the program's key
    table.integer('totp_last_step') // a code is accepted once
    table.string('oidc_subject').unique() // issuer, blank, subject
    table.string('disabled_at', 24)
    table.string('created_at', 24).notNullable()
    table.check('sign_in_name = lower(sign_in_name) AND length(sign_in_name) >= 2', {}, 'staff_sign_in_name_is_small')
    table.check(`created_at LIKE '____-__-__T%Z'`, {}, 'staff_created_at_is_utc')
    table.check(`disabled_at IS NULL OR disabled_at LIKE '____-__-__T%Z'`, {}, 'staff_disabled_at_is_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('staff')
}
