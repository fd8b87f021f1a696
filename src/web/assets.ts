import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join, relative } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Style, script, icons and fonts. Each has an address that changes with its content, so that browsers may keep it for good. */
export interface Assets {
  /** The address of an asset by its name, `main.css` → `/assets/main.3f9a1c2b.css`. @throws if there is none of this name. */
  readonly asset: (name: string) => string
  readonly byAddress: ReadonlyMap<string, Asset>
}

export interface Asset {
  readonly type: string
  readonly body: Buffer
  readonly gzip: Buffer | undefined
  readonly brotli: Buffer | undefined
}

/** Reads every asset in a folder, and the web fonts. In a style, `url('name')` becomes the address of that asset. */
export function assetsIn(folder: string): Assets {
  const addresses = new Map<string, string>()
  const byAddress = new Map<string, Asset>()
  const asset = (name: string) => {
    const address = addresses.get(name)
    if (address === undefined) throw new Error(`There is no asset named ${name}.`)
    return address
  }

  const files = [...fontFiles(), ...filesIn(folder)]
  for (const { name, path } of files.toSorted(stylesLast)) {
    const body = extname(name) === '.css' ? withAddresses(readFileSync(path, 'utf8'), asset) : readFileSync(path)
    const address = `/assets/${hashed(name, body)}`
    addresses.set(name, address)
    byAddress.set(address, assetOf(name, body))
  }
  return { asset, byAddress }
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

interface AssetFile {
  readonly name: string
  readonly path: string
}

function fontFiles(): AssetFile[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans/package.json')), 'files')
  return readdirSync(folder)
    .filter(name => /^noto-sans-(latin|latin-ext|cyrillic|cyrillic-ext)-(400|600|700)-normal\.woff2$/.test(name))
    .map(name => ({ name, path: join(folder, name) }))
}

function filesIn(folder: string): AssetFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && types[extname(entry.name)] !== undefined)
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ name: relative(folder, path).replaceAll('\\', '/'), path }))
}

function stylesLast(one: AssetFile, other: AssetFile): number {
  return Number(one.name.endsWith('.css')) - Number(other.name.endsWith('.css')) || one.name.localeCompare(other.name)
}

function withAddresses(style: string, asset: (name: string) => string): Buffer {
  return Buffer.from(
    style.replace(/url\((['"]?)(?!data:|#|\/)([^'")]+)\1\)/g, (_, _quote, name: string) => `url('${asset(name)}')`),
  )
}

function hashed(name: string, body: Buffer): string {
  const end = extname(name)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
  return `${name.slice(0, -end.length)}.${hash}${end}`
}

function assetOf(name: string, body: Buffer): Asset {
  const packed = !/\.(woff2|png|ico)$/.test(name)
  let gzip: Buffer | undefined
  let brotli: Buffer | undefined
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    body,
    // Packed when somebody first asks, so that no start waits for it.
    get gzip() {
      return packed ? (gzip ??= gzipSync(body, { level: 9 })) : undefined
    },
    get brotli() {
      return packed ? (brotli ??= brotliCompressSync(body)) : undefined
    },
  }
}
