import type { Knex } from 'knex'

/**
 * The offices and what stands in them. Whatever the city has ever had keeps its row, because bookings refer to it; what
 * it has no longer is retired. `record` is the whole record as JSON; columns hold what is referred to.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('offices', table => {
    startRecord(table)
    table.integer('number').notNullable().unique()
    table.check('number > 0', {}, 'offices_number_is_positive')
  })
  await db.schema.createTable('zones', table => {
    startRecord(table)
    table.string('office_id').notNullable().references('offices.id')
    table.string('parent_id').references('zones.id')
    table.check('parent_id IS NULL OR parent_id <> id', {}, 'zones_are_not_inside_themselves')
  })
  await db.schema.createTable('departments', startRecord)
  await db.schema.createTable('desk_groups', table => {
    startRecord(table)
    table.string('office_id').notNullable().references('offices.id')
    table.string('department_id').notNullable().references('departments.id')
  })
  await db.schema.createTable('desks', table => {
    startRecord(table)
    table.string('office_id').notNullable().references('offices.id')
    table.string('zone_id').notNullable().references('zones.id')
    table.string('desk_group_id').notNullable().references('desk_groups.id')
  })
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['desks', 'desk_groups', 'departments', 'zones', 'offices']) await db.schema.dropTable(table)
}

function startRecord(table: Knex.CreateTableBuilder) {
  table.string('id').primary()
  table.integer('position').notNullable()
  table.text('record').notNullable()
  table.integer('retired_in').references('city_versions.version')
}
