/** A name to sign in by as it is kept: small letters, digits, `.`, `_`, `-`, `@`; 2 to 64 of them. `undefined` if it cannot be one. */
export function signInName(typed: string): string | undefined {
  const small = typed.trim().toLowerCase()
  return /^[a-z0-9][a-z0-9._@-]{1,63}$/.test(small) ? small : undefined
}

/** Initials for screens and sheets, from a name such as `anna.nowak`: `AN`. */
export function initialsOf(name: string): string {
  const parts = name
    .replace(/@.*/, '')
    .split(/[._-]+/)
    .filter(part => part !== '')
  const letters = parts.length > 1 ? parts.map(part => part.charAt(0)).join('') : (parts[0] ?? name).slice(0, 2)
  return letters.slice(0, 3).toUpperCase()
}

export type PasswordFault = 'too-short' | 'too-long' | 'holds-name' | 'unvaried'

/** Why a password cannot be chosen; `undefined` if it can. At least 12 signs, and not what is guessed first. */
export function passwordFault(password: string, name: string): PasswordFault | undefined {
  const signs = Array.from(password)
  if (signs.length < 12) return 'too-short'
  if (signs.length > 200) return 'too-long'
  if (password.toLowerCase().includes(name.replace(/@.*/, ''))) return 'holds-name'
  if (new Set(signs).size < 5) return 'unvaried'
  return undefined
}
