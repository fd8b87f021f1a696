import { createHash } from 'node:crypto'
import type { RandomSource } from '../house.ts'

/** A new token for a cookie: 43 base64url letters, 256 bits. */
export function newToken(random: RandomSource): string {
  return Buffer.from(random(32)).toString('base64url')
}

/** What is kept of a token or code that is long enough not to be guessed: SHA-256 in hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** So many random signs without look-alikes, in groups of four: `7K2M-9QXD-…`. Nearly five bits a sign. */
export function randomSigns(random: RandomSource, count: number): string {
  const drawn: string[] = []
  // 248 is 8 × 31: bytes from there on are thrown away, so each sign is equally likely
  while (drawn.length < count) {
    const fair = [...random(count)].filter(byte => byte < 248)
    drawn.push(...fair.map(byte => signs.charAt(byte % signs.length)))
  }
  return (
    drawn
      .slice(0, count)
      .join('')
      .match(/.{1,4}/g) ?? []
  ).join('-')
}
