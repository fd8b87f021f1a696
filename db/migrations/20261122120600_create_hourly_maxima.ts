import type { Knex } from 'knex'

/**
 * The proof for an inspector: for each hour and zone the most people there were, by both counts, with the limit that
 * held at the moment when they were most against it, and the rule that said so.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('hourly_maxima', table => {
    table.string('office_id').notNullable()
    table.string('date', 10).notNullable()
    table.integer('hour').notNullable()
    table.string('zone_id').notNullable()
    table.integer('most_counted').notNullable()
    table.integer('counted_limit')
    table.integer('over_counted').notNullable().defaultTo(0)
    table.string('rule_id')
    table.integer('most_bodies').notNullable()
    table.integer('bodies_limit')
    table.integer('over_bodies').notNullable().defaultTo(0)
    table.integer('overrides').notNullable().defaultTo(0)
    table.primary(['office_id', 'date', 'hour', 'zone_id'])
    table.foreign(['office_id', 'date']).references(['office_id', 'date']).inTable('door_days')
    table.check('hour >= 0 AND hour < 24', {}, 'hourly_maxima_hour_is_an_hour')
    table.check('most_counted >= 0 AND most_counted <= most_bodies', {}, 'hourly_maxima_are_counts')
    table.check('over_counted >= 0 AND over_bodies >= 0 AND overrides >= 0', {}, 'hourly_maxima_are_not_negative')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('hourly_maxima')
}
