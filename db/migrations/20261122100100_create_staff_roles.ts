import type { Knex } from 'knex'

/** What somebody may do, and where: in one office and department, or in all where none is named. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('staff_roles', table => {
    table.increments('number')
    table.integer('staff_number').notNullable().references('staff.number').index()
    table.string('role').notNullable()
    table.string('office_id').references('offices.id')
    table.string('department_id').references('departments.id')
    table.check(`role IN ('clerk', 'reception', 'manager', 'admin')`, {}, 'staff_roles_role_is_known')
    table.check(`role <> 'admin' OR (office_id IS NULL AND department_id IS NULL)`, {}, 'staff_roles_an_admin_is_one_everywhere')
  })
  await db.raw(
    `CREATE UNIQUE INDEX staff_roles_once ON staff_roles (staff_number, role, coalesce(office_id, ''), coalesce(department_id, ''))`,
  )
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('staff_roles')
}
