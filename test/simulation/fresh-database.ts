import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migratedFile, migratedServer } from '../support/migrated.ts'

/** A migrated, empty database, and what takes it away again. @throws if there is no PostgreSQL where it is asked for */
export async function freshDatabase(engine: 'sqlite' | 'postgres'): Promise<{ url: string; clear(): Promise<void> }> {
  if (engine === 'postgres') {
    const server = await migratedServer()
    if (!server) throw new Error('no PostgreSQL on this machine')
    const name = `simulation_${process.pid}_${Date.now().toString(36)}`
    await server.create(name)
    return { url: server.urlOf(name), clear: () => server.drop(name) }
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-simulation-'))
  const file = path.join(folder, 'okienko.sqlite3')
  copyFileSync(await migratedFile(), file)
  return { url: `file:${file}`, clear: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })) }
}
