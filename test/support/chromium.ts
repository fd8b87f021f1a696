import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const require = createRequire(import.meta.url)

/** A Chromium, and what its environment must say. */
export interface Chromium {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** `CHROMIUM_PATH`, the system's, else npm's. With `BROWSER_FROM=npm` only npm's. */
export function findChromium(): Chromium | undefined {
  if (process.env['BROWSER_FROM'] === 'npm') return npmChromium()
  const wanted = process.env['CHROMIUM_PATH']
  const found = [...(wanted ? [wanted] : []), ...systemPaths].find(candidate => existsSync(candidate))
  return found ? { path: found, env: ownFont(cacheFolder('system')) } : npmChromium()
}

/** The packed Chromium of @sparticuz/chromium, unpacked once per account: its own unpacking serves one account only. */
function npmChromium(): Chromium | undefined {
  const packed = packageFolder()
  if (!packed) return undefined
  const { version } = JSON.parse(readFileSync(path.join(packed, 'package.json'), 'utf8')) as { version: string }
  const folder = cacheFolder(version)
  const program = path.join(folder, 'chromium')
  if (!existsSync(program)) unpack(path.join(packed, 'bin', 'chromium.br'), program)
  return { path: program, env: { ...libraries(packed, folder, program), ...ownFont(folder) } }
}

function packageFolder(): string | undefined {
  try {
    const folder = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '..', '..')
    return existsSync(path.join(folder, 'bin', 'chromium.br')) ? folder : undefined
  } catch {
    return undefined // not built for this machine
  }
}

function cacheFolder(version: string): string {
  const folder = path.join(tmpdir(), `okienko-chromium-${version}-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Several runs may unpack at once: each writes its own file, and the renaming is atomic. */
function unpack(packed: string, program: string): void {
  const unfinished = `${program}.${process.pid}`
  writeFileSync(unfinished, brotliDecompressSync(readFileSync(packed)), { mode: 0o700 })
  renameSync(unfinished, program)
}

/** A bare machine lacks NSS; the package carries it. */
function libraries(packed: string, folder: string, program: string): Record<string, string> {
  if (!String(spawnSync('ldd', [program]).stdout).includes('not found')) return {}
  const library = path.join(folder, 'lib')
  const archive = path.join(packed, 'bin', 'al2023.tar.br')
  if (!existsSync(library)) spawnSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)) })
  return { LD_LIBRARY_PATH: library }
}

/** Without a single font Chromium crashes at the first text. With this one, pages look alike on every machine, too. */
function ownFont(folder: string): Record<string, string> {
  const fonts = path.dirname(require.resolve('@expo-google-fonts/noto-sans/package.json'))
  const settings = path.join(folder, 'fonts.conf')
  const unfinished = `${settings}.${process.pid}`
  writeFileSync(
    unfinished,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${folder}/fontconfig</cachedir></fontconfig>\n`,
  )
  renameSync(unfinished, settings)
  return { FONTCONFIG_FILE: settings }
}
