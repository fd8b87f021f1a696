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

const settings = z
  .object({
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
      .transform(url => url.replace(/\/+$/, ''))
      .optional(),
    SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://mail.example:587' }).optional(),
    MAIL_FROM: z
      .string()
      .regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be an e-mail address, or a name and <an address>')
      .optional(),
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
    /** How many proxies stand in front, or their addresses; 0 believes no forwarded address. */
    TRUST_PROXY: z
      .string()
      .transform(text => (/^\d+$/.test(text) ? Number(text) : text))
      .default(0),
    /** Who sends it as a bearer token may read the metrics from elsewhere. */
    METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    /** Requests that only read, per minute and address; 0 sets no limit. */
    RATE_LIMIT_READS_PER_MINUTE: wholeNumber(0, 1_000_000).default(6000),
    /** Requests that change something, per minute and address; 0 sets no limit. */
    RATE_LIMIT_BOOKINGS_PER_MINUTE: wholeNumber(0, 1_000_000).default(300),
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
