import type { Knex } from 'knex'

/** The matters residents come for; retired ones stay for the bookings that name them. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('services', table => {
    table.string('id').primary()
    table.integer('position').notNullable()
    table.text('record').notNullable()
    table.integer('retired_in').references('city_versions.version')
    table.integer('number').notNullable().unique()
    table.string('department_id').notNullable().references('departments.id')
    table.check('number > 0', {}, 'services_number_is_positive')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('services')
}
