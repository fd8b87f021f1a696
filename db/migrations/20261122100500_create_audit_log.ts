import type { Knex } from 'knex'
import { isPostgres } from './migration.ts'

/**
 * Who did what, when: the log of access that KRI § 21 asks for (Dz.U. 2024 poz. 773), without residents' data. Rows are
 * added and never changed: the database itself refuses it. `about` is too short for a whole reference.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('audit_log', table => {
    table.increments('number')
    table.string('at', 24).notNullable().index()
    table.integer('staff_number').references('staff.number').index()
    table.string('action', 40).notNullable()
    table.string('office_id').references('offices.id')
    table.string('date', 10)
    table.string('about', 6)
    table.text('details').notNullable().defaultTo('{}')
    table.index(['office_id', 'date'])
    table.check(`at LIKE '____-__-__T%Z'`, {}, 'audit_log_at_is_utc')
    table.check(`date IS NULL OR date LIKE '____-__-__'`, {}, 'audit_log_date_is_a_date')
    table.check('about IS NULL OR length(about) <= 6', {}, 'audit_log_names_no_whole_reference')
  })
  for (const statement of isPostgres(db) ? postgresTriggers : sqliteTriggers) await db.raw(statement)
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('audit_log')
  if (isPostgres(db)) await db.raw('DROP FUNCTION refuse_change_of_audit_log')
}

const sqliteTriggers = ['UPDATE', 'DELETE'].map(
  verb => `CREATE TRIGGER audit_log_refuses_${verb.toLowerCase()} BEFORE ${verb} ON audit_log
    BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END`,
)

const postgresTriggers = [
  `CREATE FUNCTION refuse_change_of_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the audit log is never changed' USING ERRCODE = 'integrity_constraint_violation'; END $$`,
  `CREATE TRIGGER audit_log_refuses_change BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit_log()`,
  `CREATE TRIGGER audit_log_refuses_truncate BEFORE TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_log()`,
]
