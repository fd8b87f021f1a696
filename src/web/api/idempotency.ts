import type { Request } from 'express'
import { keyFrom } from '../../use-cases/resident/once-under.ts'
import { WrongFields } from '../faults.ts'

const shortestRandomKey = 16

/**
 * The `Idempotency-Key` of a request, for a use case that books once under it; both parts hashed. A key too short to be
 * random may be somebody else's as well, so it counts for one address only.
 *
 * @param asked  everything that was asked, after defaults: the same key for something else is refused
 */
export function onceOf(req: Request, asked: object): { once?: { key: string; fingerprint: string } } {
  const typed = req.get('Idempotency-Key')
  if (typed === undefined) return {}
  if (!/^[\x21-\x7e]{1,255}$/.test(typed)) throw new WrongFields({ 'Idempotency-Key': 'must be 1 to 255 visible letters' })
  const scope = typed.length < shortestRandomKey ? `${req.ip ?? ''} ` : ''
  return { once: keyFrom(`${scope}${typed}`, asked) }
}
