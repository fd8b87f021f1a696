import { createHash } from 'node:crypto'
import type { IdempotencyKey } from '../../repositories/idempotency-keys.ts'

/**
 * The key under which our own pages ask something once. No call of the API can have it: a key that is sent there is hashed
 * alone, or after an address.
 *
 * @param name   what is asked once; whoever could guess it could be given what somebody else has asked for
 * @param asked  everything that was asked, where the same name may ask for something else
 */
export function onceUnder(name: string, asked: object = {}): IdempotencyKey {
  return keyFrom(`page ${name}`, asked)
}

/** A key that is stored as hashes alone: of its text, and of everything that is asked under it. */
export function keyFrom(text: string, asked: object): IdempotencyKey {
  return { key: hash(text), fingerprint: hash(JSON.stringify(asked)) }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
