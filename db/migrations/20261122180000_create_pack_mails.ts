import type { Knex } from 'knex'

/** To whom a daily pack goes by mail, and what became of it: an address that was not reached is tried again. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('pack_mails', table => {
    table.string('office_id').notNullable()
    table.string('date', 10).notNullable()
    table.integer('number').notNullable()
    table.string('recipient').notNullable()
    table.string('status').notNullable()
    // While it is being sent: until nobody else may.
    table.string('due_at', 24).notNullable()
    table.integer('tries').notNullable()
    table.string('trouble', 200)
    table.primary(['office_id', 'date', 'number', 'recipient'])
    table
      .foreign(['office_id', 'date', 'number'], 'pack_mails_have_a_pack')
      .references(['office_id', 'date', 'number'])
      .inTable('paper_issues')
      .onDelete('CASCADE')
    table.check(`status IN ('waiting', 'sent', 'failed')`, {}, 'pack_mails_status_is_known')
    table.check('tries >= 0', {}, 'pack_mails_are_tried')
    table.check(`due_at LIKE '____-__-__T%Z'`, {}, 'pack_mails_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('pack_mails')
}
