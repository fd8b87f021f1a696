import { isIP } from 'node:net'
import { z } from 'zod'
import { isLocalTime } from './time.ts'

/** A setting that the program cannot start with; the message is one sentence for whoever starts it. */
export class ConfigError extends Error {}

export type Config = ReturnType<typeof configOf>

/**
 * The settings of this process, from its environment; an empty value counts as absent.
 *
 * @throws {ConfigError} naming every bad setting
 */
export function configOf(environment: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = settings.safeParse(given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`)
  throw new ConfigError(`The settings are wrong: ${faults.join('; ')}.`)
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const fields = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must begin with file: or postgres://')
    .default('file:var/okienko.sqlite3'),
  /** A folder, or `none`. */
  OKIENKO_CITY: z.string().default('db/seeds/krakow'),
  /** Where the clock starts in a rehearsal, in the city's zone. */
  OKIENKO_CLOCK: z.string().refine(isLocalTime, 'must be a local time such as 2020-05-11T07:55').optional(),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://okienko.example' })
    .refine(
      url => !URL.canParse(url) || /^\/*$/.test(new URL(url).pathname),
      'must be the address of a whole host, without a path',
    )
    .transform(url => url.replace(/\/+$/, ''))
    .optional(),
  SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://mail.example:587' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be an e-mail address, or a name and <an address>')
    .optional(),
  /** The daily pack is made so many minutes before an office opens. */
  PACK_MINUTES_BEFORE_OPENING: wholeNumber(0, 600).default(45),
  /** Who gets an office's packs by mail, printers as a rule: `CA=druk@example.pl WIE=druk@example.pl`; `*=` every office. */
  PACK_MAIL_TO: z
    .string()
    .transform(text => text.split(/\s+/).filter(Boolean))
    .refine(
      pairs => pairs.every(pair => /^[^=\s]+=[^\s<>@=,]+@[^\s<>@=,]+$/.test(pair)),
      'must be pairs such as CA=druk@example.pl, with spaces between them',
    )
    .default([]),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  /** How many proxies stand in front, or their addresses; 0 believes no forwarded address. */
  TRUST_PROXY: z
    .string()
    .refine(
      text => /^\d{1,2}$/.test(text) || text.split(',').every(isProxy),
      'must be how many proxies there are, or their addresses',
    )
    .transform(text => (/^\d+$/.test(text) ? Number(text) : text))
    .default(0),
  /** Who sends it as a bearer token may read the metrics from elsewhere. */
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  /** Requests that only read, per minute and address; 0 sets no limit. */
  RATE_LIMIT_READS_PER_MINUTE: wholeNumber(0, 1_000_000).default(6000),
  /** Requests that change something, per minute and address; 0 sets no limit. */
  RATE_LIMIT_BOOKINGS_PER_MINUTE: wholeNumber(0, 1_000_000).default(300),
  /** Staff who do nothing for so long are signed out. */
  STAFF_IDLE_MINUTES: wholeNumber(1, 720).default(60),
  /** A provider of OpenID Connect that may vouch for staff; plain http only on this machine. */
  OIDC_ISSUER: z
    .url('must be an address such as https://login.example')
    .refine(url => /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/.test(url), 'must begin with https://')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** The claim that names an account here, the first time somebody comes from there. */
  OIDC_NAME_CLAIM: z.string().default('preferred_username'),
})

/** The name of each setting. */
export const settingNames: readonly string[] = Object.keys(fields.shape)

const settings = fields
  .refine(given => given.OIDC_ISSUER === undefined || (given.OIDC_CLIENT_ID && given.OIDC_CLIENT_SECRET), {
    path: ['OIDC_ISSUER'],
    error: 'needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it',
  })
  .refine(given => given.SMTP_URL === undefined || given.MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    error: 'is needed where SMTP_URL is set',
  })

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine(number => number >= least && number <= most, `must be a whole number from ${least} to ${most}`)
}

/** What Express takes for a proxy: an address, a network, or a name of one. */
function isProxy(text: string): boolean {
  const [address = '', bits, ...rest] = text.trim().split('/')
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text.trim())) return true
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits))
}
