import { inLatin } from './look-alikes.ts'

/** Signs of a reference: no 0, 1, I, L, O, which are read for one another. There are 31, a prime, as the check needs. */
export const referenceSigns = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const signs = referenceSigns.length
const randomSigns = 7

/** Random bytes, so many of them. */
export type RandomSource = (bytes: number) => Uint8Array

/** A new reference, such as `7K2M9QXD`: seven random signs and a check character. */
export function newReference(random: RandomSource): string {
  // Bytes from 248 on are thrown away: 248 is 8 × 31, so each sign is equally likely.
  let drawn = ''
  while (drawn.length < randomSigns) {
    for (const byte of random(randomSigns)) if (byte < signs * 8) drawn += referenceSigns.charAt(byte % signs)
  }
  const random7 = drawn.slice(0, randomSigns)
  return random7 + checkCharacter(random7)
}

/** As it is written and printed: `7K2M-9QXD`. */
export function formatReference(reference: string): string {
  return `${reference.slice(0, 4)}-${reference.slice(4)}`
}

/** For reading out on the phone: `7K`, `2M`, `9Q`, `XD`. */
export function spellingGroups(reference: string): string[] {
  return reference.match(/.{1,2}/gsu) ?? []
}

/**
 * The reference that somebody typed, or `undefined` if it cannot be one. Case, spaces, dashes and letters of other
 * alphabets that look the same are forgiven; a wrong sign or two neighbours swapped never pass.
 */
export function parseReference(typed: string): string | undefined {
  const latin = inLatin(typed)
  if (latin.length !== randomSigns + 1) return undefined
  if (Array.from(latin).some(sign => !referenceSigns.includes(sign))) return undefined
  return checkCharacter(latin.slice(0, randomSigns)) === latin.at(-1) ? latin : undefined
}

/** What is wrong with a typed reference that cannot be one: nothing was typed, it is too short or long, or a sign is another. */
export function faultInReference(typed: string): 'empty' | 'length' | 'sign' {
  const { length } = inLatin(typed)
  if (length === 0) return 'empty'
  return length === randomSigns + 1 ? 'sign' : 'length'
}

/** Weighted sum modulo 31 with the weights 1…7: neighbours differ by 1, the last and the check character by 8. */
function checkCharacter(random7: string): string {
  const sum = Array.from(random7).reduce((total, sign, i) => total + (i + 1) * referenceSigns.indexOf(sign), 0)
  return referenceSigns.charAt(sum % signs)
}
