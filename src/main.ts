import closeWithGrace from 'close-with-grace'
import type { Knex } from 'knex'
import { pino, type Logger } from 'pino'
import { ConfigError, configOf, type Config } from './config.ts'
import { formatReference } from './domain/booking/reference.ts'
import type { Job } from './jobs/every.ts'
import { startJobs } from './jobs/start.ts'
import { keptSecret, secretPath } from './kept-secret.ts'
import { smtpPost } from './messages/smtp-post.ts'
import { randomSource } from './random.ts'
import { findCity } from './repositories/city.ts'
import { migrate, openDatabase } from './repositories/database.ts'
import { systemClock } from './time.ts'
import type { House } from './use-cases/house.ts'
import type { HandedOver } from './use-cases/staff/add-staff.ts'
import { createFirstAccount } from './use-cases/staff/create-first-account.ts'
import { clockOf } from './use-cases/operator/clock-of.ts'
import { createApp } from './web/app.ts'
import { traceOf } from './web/errors.ts'
import { CannotListen, listen, type Listening } from './web/listen.ts'
import { logLinesTo } from './web/log-lines.ts'
import { paths } from './web/paths.ts'
import { printRoomFrom } from './web/print-room.ts'
import { secretOf } from './web/secrets.ts'
import { staffSettingsFrom } from './web/staff/settings.ts'

try {
  await start(configOf(process.env))
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof CannotListen)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1) // whatever was opened before would keep the process alive
}

/** Settings → database → city → app → jobs → listen; stops in reverse on SIGTERM. */
async function start(config: Config): Promise<void> {
  const logger = pino({ level: config.LOG_LEVEL, base: { pid: process.pid } }, logLinesTo(2))
  const secret = config.SECRET ?? keptSecret(secretPath(config.DATABASE_URL))
  const db = await reachDatabase(config.DATABASE_URL)
  const house = await settle(db, config)

  const post = config.SMTP_URL && config.MAIL_FROM ? smtpPost(config.SMTP_URL, config.MAIL_FROM) : undefined
  const printRoom = printRoomFrom(config, post)
  const app = createApp(house, { ...webSettings(config, secret), printRoom }, logger)
  const listening = await listen(app, config.HOST, config.PORT)
  const jobs = startJobs(house, {
    ...(post && { post }),
    packs: {
      room: { ...printRoom, baseUrl: config.BASE_URL ?? listening.url },
      minutesBeforeOpening: config.PACK_MINUTES_BEFORE_OPENING,
    },
    addressOf: (reference, page) =>
      `${config.BASE_URL ?? listening.url}${paths[page](formatReference(reference), { key: secretOf(secret, reference) })}`,
    report: (job, error) => logger.error({ job, ...traceOf(error) }, 'job failed'),
  })

  announce(listening.url, await createFirstAccount(house))
  stopOnSignal(listening, jobs, db, logger)
}

async function reachDatabase(url: string): Promise<Knex> {
  try {
    const db = openDatabase(url)
    await migrate(db)
    return db
  } catch (error) {
    const why = (error as { code?: string }).code ?? (error as Error).message
    throw new ConfigError(`The database ${withoutPassword(url)} cannot be reached or brought up to date: ${why}.`)
  }
}

/** Loads the city into an empty database, and sets the clock. */
async function settle(db: Knex, config: Config): Promise<House> {
  const real: House = { db, clock: systemClock(), random: randomSource() }
  await loadFirstCity(real, config.OKIENKO_CITY)

  const clock = await clockOf(db, config.OKIENKO_CLOCK)
  if (config.OKIENKO_CLOCK === undefined || clock.rehearsal) return { ...real, clock }
  throw new ConfigError('OKIENKO_CLOCK needs a city: the rehearsal starts in its time zone.')
}

async function loadFirstCity(house: House, folder: string): Promise<void> {
  if (folder === 'none' || (await findCity(house.db))) return
  // Needed once in the life of a database.
  const { readCityFolder } = await import('./city-folder/read-city-folder.ts')
  const { loadCity } = await import('./use-cases/manager/load-city.ts')
  const reading = readCityFolder(folder)
  if ('city' in reading) return void (await loadCity(house, reading.city))
  const faults = reading.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)
  throw new ConfigError(`The city in OKIENKO_CITY cannot be loaded:\n${faults.join('\n')}`)
}

function webSettings(config: Config, secret: string) {
  return {
    secret,
    baseUrl: config.BASE_URL,
    mails: config.SMTP_URL !== undefined,
    trustProxy: config.TRUST_PROXY,
    metricsToken: config.METRICS_TOKEN,
    readsPerMinute: config.RATE_LIMIT_READS_PER_MINUTE,
    bookingsPerMinute: config.RATE_LIMIT_BOOKINGS_PER_MINUTE,
    staff: staffSettingsFrom(config),
    processMetrics: true,
    reloadViews: process.env['NODE_ENV'] === 'development',
  }
}

function announce(here: string, first: HandedOver | undefined): void {
  process.stdout.write(`${JSON.stringify({ listening: here })}\n`)
  process.stdout.write(`Residents: ${here}${paths.start()}\nStaff: ${here}${paths.signIn()}\nAPI: ${here}${paths.api()}\n`)
  if (first) process.stdout.write(`First sign-in, shown once: ${first.name}, password ${first.password} (to be changed)\n`)
}

/** Stops in reverse of the start: requests in flight finish, then the jobs, then the database is closed. */
function stopOnSignal(listening: Listening, jobs: Job, db: Knex, logger: Logger): void {
  closeWithGrace({ delay: 15_000, logger: false }, async ({ signal, err }) => {
    if (err) logger.fatal(traceOf(err), 'stopping after a fault')
    else logger.info({ signal }, 'stopping')
    await listening.stop()
    await jobs.stop()
    await db.destroy()
    logger.flush()
  })
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//')
}
