import type { Knex } from 'knex'

/** One row per office and day that anything has happened to. Who turns its page is the only writer of that day. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('day_sheets', table => {
    table.string('office_id').notNullable().references('offices.id')
    table.string('date', 10).notNullable()
    table.integer('page').notNullable()
    // A random mark of each turn: a page number alone would not tell a page that was undone from the one that took its place.
    table.string('mark', 12).notNullable()
    table.string('previous_mark', 12).notNullable()
    table.integer('city_version').notNullable()
    table.primary(['office_id', 'date'])
    table.check(`date LIKE '____-__-__'`, {}, 'day_sheets_date_is_a_date')
    table.check('page > 0', {}, 'day_sheets_page_is_turned')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('day_sheets')
}
