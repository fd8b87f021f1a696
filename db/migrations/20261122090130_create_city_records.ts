import type { Knex } from 'knex'

const subjects = ['documents', 'online-systems', 'drop-boxes', 'needs', 'rules', 'special-days']

/** Records of the city that no other table refers to: rules, documents, special days and so on. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('city_records', table => {
    table.string('subject').notNullable()
    table.string('id').notNullable()
    table.integer('position').notNullable()
    table.text('record').notNullable()
    table.integer('retired_in').references('city_versions.version')
    table.primary(['subject', 'id'])
    table.check(`subject IN (${subjects.map(subject => `'${subject}'`).join(', ')})`, {}, 'city_records_subject_is_known')
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('city_records')
}
