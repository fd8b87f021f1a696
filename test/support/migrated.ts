import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { migrate, openDatabase } from '../../src/repositories/database.ts'
import { startPostgres } from './postgres.ts'

/** A PostgreSQL server with a migrated template that new databases are copied from. */
export interface MigratedServer {
  urlOf(database: string): string
  create(database: string): Promise<void>
  /** Also ends connections that are still open. */
  drop(database: string): Promise<void>
}

const template = 'okienko_template'
/** Where run-tests.ts started the server for every process of the run: the address of its `postgres` database. */
const givenUrl = 'OKIENKO_TEST_POSTGRES'

let file: Promise<string> | undefined
let server: Promise<MigratedServer | undefined> | undefined

/** An empty SQLite file with every migration run, made once a process: copy it, never open it. */
export function migratedFile(): Promise<string> {
  file ??= migrateFile()
  return file
}

/** The run's server, or one of this process; `undefined` where this machine has no PostgreSQL. */
export function migratedServer(): Promise<MigratedServer | undefined> {
  const given = process.env[givenUrl]
  server ??= given ? Promise.resolve(serverAt(given)) : startServer()
  return server
}

/** Starts one server for this process and all that it starts. */
export async function shareServer(): Promise<void> {
  const shared = await migratedServer()
  if (shared) process.env[givenUrl] = shared.urlOf('postgres')
}

async function migrateFile(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-migrated-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const migrated = path.join(folder, 'okienko.sqlite3')
  await migrateAt(`file:${migrated}`)
  return migrated
}

async function startServer(): Promise<MigratedServer | undefined> {
  const started = await startPostgres()
  if (!started) return undefined
  const migrated = serverAt(started.urlOf('postgres'))
  await command(started.urlOf('postgres'), `create database ${template}`)
  await migrateAt(started.urlOf(template))
  return migrated
}

async function migrateAt(url: string): Promise<void> {
  const db = openDatabase(url)
  await migrate(db).finally(() => db.destroy()) // the last connection to a SQLite file also folds its log into it
}

function serverAt(url: string): MigratedServer {
  return {
    urlOf: database => url.replace('/postgres?', `/${database}?`),
    create: database => command(url, `create database ${database} template ${template}`),
    drop: database => command(url, `drop database if exists ${database} with (force)`),
  }
}

async function command(url: string, sql: string): Promise<void> {
  const connection = new Client({ connectionString: url })
  await connection.connect()
  await connection.query(sql).finally(() => connection.end())
}
