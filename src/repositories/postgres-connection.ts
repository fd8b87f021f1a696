import type { Socket } from 'node:net'
import type { Client } from 'pg'

/** What waits no longer than this, unless the address, the account or the database says so in its own `options`. */
const patience = { lock_timeout: '10s', idle_in_transaction_session_timeout: '60s' }

/** No statement of ours is silent for so long. */
const longestSilenceMs = 120_000

/**
 * Sees to it that nobody waits on a connection for ever: not for a lock that another one keeps (PostgreSQL's 55P03), nor
 * others for this one's locks while it does nothing, nor for a server that has fallen silent. A connection that is lost
 * goes out of the pool.
 */
export async function prepareConnection(connection: Client, silenceMs = longestSilenceMs): Promise<void> {
  const { stream } = connection.connection as unknown as { stream: Socket }
  stream.setTimeout(silenceMs, () => stream.destroy())
  await connection.query(impatience, [Object.keys(patience), Object.values(patience)])
}

const impatience = `
  SELECT set_config(name, value, false) FROM unnest($1::text[], $2::text[]) AS wanted (name, value)
  WHERE current_setting(name) = '0'`
