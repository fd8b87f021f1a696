import type { Knex } from 'knex'

/** Daily packs that were made: from these a sheet in somebody's hand knows whether it is old, and since when. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('paper_issues', table => {
    table.string('office_id').notNullable().references('offices.id')
    table.string('date', 10).notNullable()
    // Packs of a day are numbered from 1.
    table.integer('number').notNullable()
    table.integer('page').notNullable()
    table.string('mark', 4).notNullable()
    table.string('reason').notNullable()
    table.string('at', 24).notNullable()
    // Marks of the visits on it by booking number, as JSON: what has changed since is told apart by them.
    table.text('visits').notNullable()
    table.primary(['office_id', 'date', 'number'])
    table.check('number > 0', {}, 'paper_issues_are_numbered')
    table.check(`reason IN ('opening', 'change', 'hand')`, {}, 'paper_issues_reason_is_known')
    table.check(`at LIKE '____-__-__T%Z'`, {}, 'paper_issues_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('paper_issues')
}
