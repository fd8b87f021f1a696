import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Knex } from 'knex'
import { openDatabase } from '../../src/repositories/database.ts'
import { skipOrFail } from './absence.ts'
import { migratedFile, migratedServer } from './migrated.ts'

/** One of the two databases Okienko runs on, as a test sees it. */
export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL'
  /** Address of a fresh database, migrated and empty; for tests that start programs. Gone after the describe block. */
  freshUrl(): Promise<string>
}

/** A connection to a fresh database, migrated and empty; closed after the describe block. */
export type Open = () => Promise<Knex>

/**
 * Defines a describe block twice: on a SQLite file and on a real PostgreSQL. `open()` may be called once or before each
 * test (about 10 ms and 50 ms). Without PostgreSQL its half is skipped; with `CI` set it fails.
 */
export function onBothEngines(title: string, define: (open: Open, engine: Engine) => void): void {
  describe(`${title} (SQLite)`, () => defineOn('SQLite', sqliteDesk(), define))
  describe(`${title} (PostgreSQL)`, () => defineOn('PostgreSQL', postgresDesk(), define))
}

/** Hands out fresh databases and clears them away. */
interface Desk {
  isThere(): Promise<boolean>
  freshUrl(): Promise<string>
  clear(): Promise<void>
}

function defineOn(name: Engine['name'], desk: Desk, define: (open: Open, engine: Engine) => void): void {
  const connections: Knex[] = []

  before(async function () {
    this.timeout(60_000)
    if (!(await desk.isThere())) skipOrFail(this, `no ${name} on this machine`)
  })

  define(
    async () => {
      const db = openDatabase(await desk.freshUrl())
      connections.push(db)
      return db
    },
    { name, freshUrl: () => desk.freshUrl() },
  )

  after(async () => {
    await Promise.all(connections.map(db => db.destroy()))
    await desk.clear()
  })
}

function sqliteDesk(): Desk {
  const folders: string[] = []
  return {
    isThere: () => Promise.resolve(true),
    async freshUrl() {
      const folder = mkdtempSync(path.join(tmpdir(), 'okienko-db-'))
      folders.push(folder)
      const file = path.join(folder, 'okienko.sqlite3')
      copyFileSync(await migratedFile(), file)
      return `file:${file}`
    },
    clear() {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}

function postgresDesk(): Desk {
  const names: string[] = []
  return {
    isThere: async () => (await migratedServer()) !== undefined,
    async freshUrl() {
      const server = await migratedServer()
      if (!server) throw new Error('no PostgreSQL on this machine')
      const name = `test_${process.pid}_${Date.now().toString(36)}_${names.length}`
      names.push(name)
      await server.create(name)
      return server.urlOf(name)
    },
    async clear() {
      for (const name of names) await (await migratedServer())?.drop(name)
    },
  }
}
