import type { Config } from '../../config.ts'
import type { Web } from '../web.ts'

/** How staff sign in. */
export interface StaffSettings {
  /** Who does nothing for so long is signed out. */
  readonly idleMinutes: number
  /** Another provider that may vouch for them. */
  readonly oidc?: OidcSettings | undefined
}

/** A provider of OpenID Connect. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claim that is the name of an account here, the first time; from then on the subject counts. */
  readonly nameClaim: string
}

/** How staff sign in, as the environment says. */
export function staffSettingsFrom(config: Config): StaffSettings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config
  const provider = issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined
  return {
    idleMinutes: config.STAFF_IDLE_MINUTES,
    ...(provider && { oidc: { ...provider, nameClaim: config.OIDC_NAME_CLAIM } }),
  }
}

/** The settings of staff, or what holds where nobody set any. */
export function staffSettingsOf(web: Web): StaffSettings {
  return web.settings.staff ?? { idleMinutes: 60 }
}
