import { hash, verify } from '@node-rs/argon2'

/** A password as it is kept: argon2id, 19 MiB, two passes. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
}

/** Whether this is the password. Where there is no account it takes as long, and answers no. */
export async function isPassword(kept: string | undefined, typed: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password')
  const standIn = await nobodys
  const right = await verify(kept ?? standIn, typed.slice(0, 1000)).catch(() => false) // what is kept is no hash: nobody has this password
  return right && kept !== undefined
}

let nobodys: Promise<string> | undefined
