import { createHash } from 'node:crypto'
import type { House } from '../../use-cases/house.ts'
import { textOf, type Form } from '../resident/requested.ts'

/** A new token for a form: whatever is sent under it twice is done once. */
export function newOnce(house: House): string {
  return Buffer.from(house.random(15)).toString('base64url')
}

/** The key of what a form asks: a second press of the same form with the same values is the same; other values are new. */
export function onceIn(form: Form, asked: object): { once?: { key: string; fingerprint: string } } {
  const token = textOf(form, 'once')
  if (!/^[\w-]{20}$/.test(token)) return {}
  const fingerprint = hash(JSON.stringify(asked))
  return { once: { key: hash(`desk ${token} ${fingerprint}`), fingerprint } }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
