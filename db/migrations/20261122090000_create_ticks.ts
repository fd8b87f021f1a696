import type { Knex } from 'knex'

/** The 288 ticks of a day, to lay out ledgers from by single statements. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('ticks', table => {
    table.integer('minute').primary()
  })
  await db.batchInsert(
    'ticks',
    Array.from({ length: 288 }, (_, tick) => ({ minute: tick * 5 })),
    100,
  )
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('ticks')
}
