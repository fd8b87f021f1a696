import type { House } from '../house.ts'
import { hashPassword } from './passwords.ts'
import { randomSigns } from './tokens.ts'

/** A password to be handed over and changed at the first sign-in: sixteen signs, nearly 80 bits; and as it is kept. */
export async function temporaryPassword(house: House): Promise<{ password: string; passwordHash: string }> {
  const password = randomSigns(house.random, 16)
  return { password, passwordHash: await hashPassword(password) }
}
