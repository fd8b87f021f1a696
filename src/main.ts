import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import closeWithGrace from 'close-with-grace'
import type { Knex } from 'knex'
import { pino, type Logger } from 'pino'
import { readCityFolder } from './city-folder/read-city-folder.ts'
import { ConfigError, configOf, type Config } from './config.ts'
import { formatReference } from './domain/booking/reference.ts'
import type { Job } from './jobs/every.ts'
import { startJobs } from './jobs/start.ts'
import { keptSecret, secretPath } from './kept-secret.ts'
import { smtpPost } from './messages/smtp-post.ts'
import { findCity } from './repositories/city.ts'
import { migrate, openDatabase } from './repositories/database.ts'
import { rehearsalClock, systemClock } from './time.ts'
import type { House } from './use-cases/house.ts'
import { loadCity } from './use-cases/manager/load-city.ts'
import { createApp } from './web/app.ts'
import { paths } from './web/paths.ts'
import { secretOf } from './web/secrets.ts'

try {
  await start(configOf(process.env))
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1) // whatever was opened before would keep the process alive
}

/** Settings → database → city → app → jobs → listen; stops in reverse on SIGTERM. */
async function start(config: Config): Promise<void> {
  const logger = pino({ level: config.LOG_LEVEL, base: { pid: process.pid } }, pino.destination({ fd: 2, sync: false }))
  const secret = config.SECRET ?? keptSecret(secretPath(config.DATABASE_URL))
  const db = await reachDatabase(config.DATABASE_URL)
  const house = await settle(db, config)

  const app = createApp(house, webSettings(config, secret), logger)
  const server = createServer({ requestTimeout: 30_000, keepAliveTimeout: 65_000 }, app)
  const here = await listen(server, config)
  const jobs = startJobs(house, {
    ...(config.SMTP_URL && config.MAIL_FROM && { post: smtpPost(config.SMTP_URL, config.MAIL_FROM) }),
    addressOf: reference =>
      `${config.BASE_URL ?? here}${paths.booking(formatReference(reference), { secret: secretOf(secret, reference) })}`,
    report: (job, error) =>
      logger.error({ job, code: (error as { code?: unknown }).code, name: (error as Error).name }, 'job failed'),
  })

  announce(here)
  stopOnSignal(server, jobs, db, logger)
}

async function reachDatabase(url: string): Promise<Knex> {
  const db = openDatabase(url)
  try {
    await migrate(db)
    return db
  } catch (error) {
    await db.destroy()
    const why = (error as { code?: string }).code ?? (error as Error).message
    throw new ConfigError(`The database ${withoutPassword(url)} cannot be reached or brought up to date: ${why}.`)
  }
}

/** Loads the city into an empty database, and sets the clock. */
async function settle(db: Knex, config: Config): Promise<House> {
  const real: House = { db, clock: systemClock(), random: count => randomBytes(count) }
  await loadFirstCity(real, config.OKIENKO_CITY)
  if (config.OKIENKO_CLOCK === undefined) return real

  const timeZone = (await findCity(db))?.organisation.timeZone
  if (timeZone === undefined) throw new ConfigError('OKIENKO_CLOCK needs a city: the rehearsal starts in its time zone.')
  return { ...real, clock: rehearsalClock(config.OKIENKO_CLOCK, timeZone) }
}

async function loadFirstCity(house: House, folder: string): Promise<void> {
  if (folder === 'none' || (await findCity(house.db))) return
  const reading = readCityFolder(folder)
  if ('city' in reading) return void (await loadCity(house, reading.city))
  const faults = reading.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)
  throw new ConfigError(`The city in OKIENKO_CITY cannot be loaded:\n${faults.join('\n')}`)
}

function webSettings(config: Config, secret: string) {
  return {
    secret,
    baseUrl: config.BASE_URL,
    trustProxy: config.TRUST_PROXY,
    metricsToken: config.METRICS_TOKEN,
    readsPerMinute: config.RATE_LIMIT_READS_PER_MINUTE,
    bookingsPerMinute: config.RATE_LIMIT_BOOKINGS_PER_MINUTE,
    processMetrics: true,
    reloadViews: process.env['NODE_ENV'] === 'development',
  }
}

function listen(server: Server, { HOST: host, PORT: port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ConfigError(cannotListen(error, host, port))))
    server.listen(port, host, () => {
      const shown = host.includes(':') ? `[${host}]` : host
      resolve(`http://${shown}:${(server.address() as AddressInfo).port}`)
    })
  })
}

function cannotListen({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is in use; set PORT to another, or to 0 for any that is free.`
  if (code === 'EACCES') return `Port ${port} may not be opened by this account; set PORT to one above 1023.`
  return `Nothing can listen on ${host}, port ${port}: ${code ?? 'unknown'}.`
}

function announce(here: string): void {
  process.stdout.write(`${JSON.stringify({ listening: here })}\n`)
  process.stdout.write(`Residents: ${here}${paths.start()}\nAPI: ${here}${paths.api()}\n`)
}

/** Lets requests in flight finish; whoever keeps an idle connection open is let go. */
function stopOnSignal(server: Server, jobs: Job, db: Knex, logger: Logger): void {
  closeWithGrace({ delay: 15_000, logger: false }, async ({ signal, err }) => {
    if (err) logger.fatal({ name: err.name, at: err.stack?.split('\n').slice(1) }, 'stopping after a fault')
    else logger.info({ signal }, 'stopping')
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    await new Promise(resolve => server.close(resolve))
    clearInterval(idle)
    await jobs.stop()
    await db.destroy()
    logger.flush()
  })
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//')
}
