import type { Database as SqliteConnection } from 'better-sqlite3'
import knexPackage, { type Knex } from 'knex'

/** What a knex asks its database for: connections, taken and given back. */
interface Client {
  config: object
  acquireConnection(): Promise<SqliteConnection>
  releaseConnection(connection: SqliteConnection): Promise<void>
}

const insides = new WeakMap<SqliteConnection, Knex>()
const connections = new WeakMap<Knex, SqliteConnection>()

/** A knex whose every query goes to the one connection that is in the transaction; it shares its database's configuration. */
export function insideOf(db: Knex, connection: SqliteConnection): Knex {
  const known = insides.get(connection)
  if (known) return known
  const inside = knexPackage.knex({ client: 'better-sqlite3', connection: { filename: '' }, useNullAsDefault: true })
  Object.assign(inside.client as Client, {
    config: (db.client as Client).config,
    acquireConnection: () => Promise.resolve(connection),
    releaseConnection: () => Promise.resolve(),
  } satisfies Client)
  Object.defineProperty(inside, 'isTransaction', { value: true })
  insides.set(connection, inside)
  connections.set(inside, connection)
  return inside
}

/** The connection of a knex that `insideOf` made; `undefined` for any other. */
export function connectionInside(trx: Knex): SqliteConnection | undefined {
  return connections.get(trx)
}
