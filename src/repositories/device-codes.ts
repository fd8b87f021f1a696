import type { Knex } from 'knex'

/** Gives a device a code to be typed; the one it had before works no more. */
export async function giveCode(trx: Knex, deviceNumber: number, codeHash: string, expiresAt: string): Promise<void> {
  await trx('device_codes')
    .insert({ code_hash: codeHash, device_number: deviceNumber, expires_at: expiresAt })
    .onConflict('device_number')
    .merge()
}

/** Takes a code, so that it works for nobody else, and answers whose it was; `undefined` if there is none that still works. */
export async function takeCode(trx: Knex, codeHash: string, instant: string): Promise<number | undefined> {
  const row = (await trx('device_codes').where({ code_hash: codeHash }).where('expires_at', '>', instant).first()) as
    { device_number: number } | undefined
  const taken = await trx('device_codes').where({ code_hash: codeHash }).delete()
  return taken === 1 ? row?.device_number : undefined
}

/** Takes back whatever code a device has. */
export async function dropCode(trx: Knex, deviceNumber: number): Promise<void> {
  await trx('device_codes').where({ device_number: deviceNumber }).delete()
}

/** Until when the codes of devices work, by device. */
export async function openCodes(db: Knex, instant: string): Promise<ReadonlyMap<number, string>> {
  const rows = (await db('device_codes').where('expires_at', '>', instant).select('device_number', 'expires_at')) as {
    device_number: number
    expires_at: string
  }[]
  return new Map(rows.map(row => [row.device_number, row.expires_at]))
}

/** Deletes codes that work no more and answers how many. */
export async function deleteOldCodes(db: Knex, instant: string): Promise<number> {
  return db('device_codes').where('expires_at', '<=', instant).delete()
}
