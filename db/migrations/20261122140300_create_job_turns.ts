import type { Knex } from 'knex'

/** Jobs that only one of several processes may do at a time, and until when its turn lasts. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('job_turns', table => {
    table.string('job').primary()
    table.string('until', 24).notNullable()
    table.check(`until LIKE '____-__-__T%Z'`, {}, 'job_turns_instants_are_utc')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('job_turns')
}
