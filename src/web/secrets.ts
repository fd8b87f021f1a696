import { createHmac, timingSafeEqual } from 'node:crypto'

/** What opens one booking: 22 base64url letters (128 bits) that only the holder of the key can make. */
export function secretOf(key: string, reference: string): string {
  return createHmac('sha256', key).update(`booking ${reference}`).digest('base64url').slice(0, 22)
}

/** Whether this is the secret of that booking; takes as long for a wrong one as for the right one. */
export function isSecretOf(key: string, reference: string, typed: string | undefined): boolean {
  const right = Buffer.from(secretOf(key, reference))
  const given = Buffer.from(typed ?? '')
  return given.length === right.length && timingSafeEqual(given, right)
}

/** The six digits that, with its reference, find a booking from a slip on paper; try them only under a rate limit. */
export function pinOf(key: string, reference: string): string {
  const number = createHmac('sha256', key).update(`pin ${reference}`).digest().readUInt32BE()
  return String(number % 1_000_000).padStart(6, '0')
}

/** Whether these are the six digits of that booking; takes as long for wrong ones as for the right ones. */
export function isPinOf(key: string, reference: string, typed: string): boolean {
  const right = Buffer.from(pinOf(key, reference))
  const given = Buffer.from(typed)
  return given.length === right.length && timingSafeEqual(given, right)
}
