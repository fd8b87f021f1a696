import type { Knex } from 'knex'

/** How many are in each zone now: persons who count against the sanitary limit, and everybody. Never below zero. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('head_counts', table => {
    table.string('office_id').notNullable()
    table.string('date', 10).notNullable()
    table.string('zone_id').notNullable()
    table.integer('counted').notNullable()
    table.integer('bodies').notNullable()
    table.primary(['office_id', 'date', 'zone_id'])
    table.foreign(['office_id', 'date']).references(['office_id', 'date']).inTable('door_days')
    table.check('counted >= 0 AND counted <= bodies', {}, 'head_counts_are_not_below_zero')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('head_counts')
}
