import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RandomSource } from '../house.ts'

const stepSeconds = 30
const digits = 6
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new secret for a telephone: 160 bits, 32 letters of base 32. */
export function newTotpSecret(random: RandomSource): string {
  return Array.from(random(32), byte => base32.charAt(byte & 31)).join('')
}

/** The code of a time step (RFC 4226, section 5.3, and RFC 6238). `algorithm` and `length` are for the vectors of the RFC. */
export function totpCode(secret: string, step: number, algorithm = 'sha1', length = digits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac(algorithm, bytesOf(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  const number = mac.readUInt32BE(offset) & 0x7f_ff_ff_ff
  return String(number % 10 ** length).padStart(length, '0')
}

/** The time step of an instant: how many 30 seconds have passed since 1970. */
export function totpStep(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000 / stepSeconds)
}

/** The step whose code was typed: this one, the one before or the one after, as telephones' clocks differ; else `undefined`. */
export function matchingStep(secret: string, typed: string, instant: string): number | undefined {
  const given = Buffer.from(typed.replace(/\s/g, ''))
  const now = totpStep(instant)
  return [now, now - 1, now + 1].find(step => {
    const right = Buffer.from(totpCode(secret, step))
    return right.length === given.length && timingSafeEqual(right, given)
  })
}

/** The address that a telephone reads from the square: `otpauth://totp/…`. */
export function totpAddress(issuer: string, name: string, secret: string): string {
  const query = new URLSearchParams({ secret, issuer, algorithm: 'SHA1', digits: String(digits), period: String(stepSeconds) })
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(name)}?${query.toString().replaceAll('+', '%20')}`
}

function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret, letter => base32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}
