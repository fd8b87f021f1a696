import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { RandomSource } from '../house.ts'

/**
 * Closes a text so that only the holder of the key reads it, and only for what it was closed for.
 *
 * @param key    the program's secret
 * @param bound  whom and what it belongs to: `totp 7`; it opens for nothing else
 */
export function seal(random: RandomSource, key: string, bound: string, text: string): string {
  const start = Buffer.from(random(12))
  const cipher = createCipheriv('aes-256-gcm', keyFrom(key), start).setAAD(Buffer.from(bound))
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([start, cipher.getAuthTag(), closed]).toString('base64url')
}

/** Opens what `seal` closed; `undefined` if the key or the purpose is another one, or a letter was changed. */
export function unseal(key: string, bound: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return undefined
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(key), bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

function keyFrom(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'okienko sealed', 32))
}
