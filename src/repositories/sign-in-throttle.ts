import type { Knex } from 'knex'

/** What is known of a key after a try: how many there were in a row, or when the next one is free. */
export type Try = { readonly tries: number } | { readonly freeAt: string }

/**
 * Counts a try before it is made, so that many at once count as many. Call it in a transaction: the row stays locked.
 *
 * @param key          64 hexadecimal digits
 * @param forgottenBy  tries whose last was before this instant are forgotten
 */
export async function countTry(trx: Knex, key: string, instant: string, forgottenBy: string): Promise<Try> {
  const rows = (await trx('sign_in_throttle')
    .insert({ key, tries: 1, last_at: instant, free_at: instant })
    .onConflict('key')
    .merge({
      tries: trx.raw('CASE WHEN sign_in_throttle.last_at < ? THEN 1 ELSE sign_in_throttle.tries + 1 END', [forgottenBy]),
      last_at: instant,
    })
    .where('sign_in_throttle.free_at', '<=', instant)
    .returning('tries')) as { tries: number }[]
  if (rows[0]) return { tries: rows[0].tries }
  const row = (await trx('sign_in_throttle').where({ key }).first('free_at')) as { free_at: string } | undefined
  return { freeAt: row?.free_at ?? instant }
}

/** Lets no try with this key be made before an instant. */
export async function delayTries(trx: Knex, key: string, freeAt: string): Promise<void> {
  await trx('sign_in_throttle').where({ key }).update({ free_at: freeAt })
}

/** Takes back the last try with a key, or all of them, and lets the next be made at once. */
export async function giveBackTry(trx: Knex, key: string, instant: string, which: 'one' | 'all'): Promise<void> {
  if (which === 'one')
    await trx('sign_in_throttle')
      .where({ key })
      .where('tries', '>', 1)
      .update({ tries: trx.raw('tries - 1'), free_at: instant })
  if (which === 'all') await trx('sign_in_throttle').where({ key }).delete()
}

/** Deletes what was last tried before an instant and answers how many keys. */
export async function deleteTriesBefore(db: Knex, instant: string): Promise<number> {
  return db('sign_in_throttle').where('last_at', '<', instant).where('free_at', '<', instant).delete()
}
