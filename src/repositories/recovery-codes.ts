import type { Knex } from 'knex'

/** Gives an account these codes in place of those it has. Each is SHA-256 in hexadecimal. */
export async function replaceRecoveryCodes(trx: Knex, staffNumber: number, hashes: readonly string[]): Promise<void> {
  await trx('recovery_codes').where({ staff_number: staffNumber }).delete()
  if (hashes.length > 0) await trx('recovery_codes').insert(hashes.map(hash => ({ staff_number: staffNumber, code_hash: hash })))
}

/** Uses up a code; answers whether it was there and unused. */
export async function claimRecoveryCode(trx: Knex, staffNumber: number, hash: string, instant: string): Promise<boolean> {
  const claimed = await trx('recovery_codes')
    .where({ staff_number: staffNumber, code_hash: hash })
    .whereNull('used_at')
    .update({ used_at: instant })
  return claimed === 1
}

/** Whether a code is this account's and was used up before. */
export async function isUsedRecoveryCode(db: Knex, staffNumber: number, hash: string): Promise<boolean> {
  const row: unknown = await db('recovery_codes')
    .where({ staff_number: staffNumber, code_hash: hash })
    .whereNotNull('used_at')
    .first('number')
  return row !== undefined
}

/** How many codes an account has left. */
export async function countRecoveryCodes(db: Knex, staffNumber: number): Promise<number> {
  const rows = await db('recovery_codes').where({ staff_number: staffNumber }).whereNull('used_at').select('number')
  return rows.length
}
