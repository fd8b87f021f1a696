import type { Web } from '../web.ts'

/** A token for one screen: whatever its buttons do they do once. */
export function newToken(web: Web): string {
  return Buffer.from(web.house.random(16)).toString('base64url')
}

/** The token that a form carries; `undefined` if it is none of ours. */
export function tokenNamed(typed: string): string | undefined {
  return /^[\w-]{22}$/.test(typed) ? typed : undefined
}
