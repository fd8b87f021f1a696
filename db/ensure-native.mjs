// better-sqlite3 fetches a ready binary or compiles itself. Where neither its binary nor Node's headers can be fetched,
// this compiles it against the headers that lie beside the running Node. Started by npm after each install.
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'))

if (!works()) {
  const log = build()
  if (!works()) {
    console.error(log)
    console.error(`better-sqlite3 could not be built in ${packageFolder}: it needs python3, make, g++ and Node's headers`)
    process.exit(1)
  }
}

function works() {
  const probe = ['-e', "new (require('better-sqlite3'))(':memory:')"]
  return spawnSync(process.execPath, probe, { stdio: 'ignore' }).status === 0
}

/** Answers what the compiler said: hundreds of lines, of use only where it failed. */
function build() {
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const built = spawnSync(command, [...first, 'run', 'install'], {
    cwd: packageFolder,
    encoding: 'utf8',
    env: withHeaders(),
    maxBuffer: 64 * 1024 * 1024,
  })
  return [built.stdout, built.stderr, built.error?.message].filter(Boolean).join('\n')
}

function withHeaders() {
  const prefix = path.resolve(realpathSync(process.execPath), '../..')
  const beside = existsSync(path.join(prefix, 'include/node/node_version.h'))
  if (process.env.npm_config_nodedir || !beside) return process.env
  return { ...process.env, npm_config_nodedir: prefix }
}
