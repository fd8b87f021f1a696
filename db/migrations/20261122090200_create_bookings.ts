import type { Knex } from 'knex'

const statuses = ['held', 'booked', 'arrived', 'called', 'serving', 'served', 'no-show', 'cancelled', 'expired', 'displaced']

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('bookings', table => {
    table.increments('number')
    table.string('reference', 8).notNullable().unique()
    table.string('office_id').notNullable().references('offices.id')
    table.string('date', 10).notNullable()
    table.string('service_id').notNullable().references('services.id')
    table.string('desk_id').notNullable().references('desks.id')
    table.integer('start_minute').notNullable()
    table.integer('end_minute').notNullable()
    table.integer('desk_until_minute').notNullable()
    table.text('presence').notNullable()
    table.integer('persons').notNullable()
    table.text('companions').notNullable()
    table.text('needs').notNullable()
    table.text('groups').notNullable()
    table.string('channel').notNullable()
    table.string('status').notNullable()
    table.string('expires_at', 24)
    table.string('language', 2).notNullable()
    table.string('email')
    table.string('phone')
    table.integer('revision').notNullable().defaultTo(0)
    table.string('created_at', 24).notNullable()
    table.string('changed_at', 24).notNullable()

    table.index(['office_id', 'date'])
    table.check(`date LIKE '____-__-__'`, {}, 'bookings_date_is_a_date')
    table.check(`created_at LIKE '____-__-__T%Z' AND changed_at LIKE '____-__-__T%Z'`, {}, 'bookings_instants_are_utc')
    table.check(
      '0 <= start_minute AND start_minute < end_minute AND end_minute <= desk_until_minute AND desk_until_minute <= 1440',
      {},
      'bookings_minutes_are_in_order',
    )
    table.check(
      'start_minute % 5 = 0 AND end_minute % 5 = 0 AND desk_until_minute % 5 = 0',
      {},
      'bookings_minutes_are_whole_ticks',
    )
    table.check('persons > 0', {}, 'bookings_persons_are_counted')
    table.check(`status IN (${statuses.map(status => `'${status}'`).join(', ')})`, {}, 'bookings_status_is_known')
    table.check(
      `(status = 'held' AND expires_at IS NOT NULL) OR (status <> 'held' AND expires_at IS NULL)`,
      {},
      'bookings_only_holds_expire',
    )
  })
  await db.raw(`CREATE INDEX bookings_holds ON bookings (expires_at) WHERE status = 'held'`)
  await db.raw('CREATE INDEX bookings_email ON bookings (email) WHERE email IS NOT NULL')
  await db.raw('CREATE INDEX bookings_phone ON bookings (phone) WHERE phone IS NOT NULL')
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('bookings')
}
