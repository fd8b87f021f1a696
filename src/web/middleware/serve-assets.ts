import type { Request, RequestHandler } from 'express'
import type { Asset, Assets } from '../assets.ts'

/** Serves style, script, icons and fonts. Their addresses change with their content, so a browser never asks twice. */
export function serveAssets(assets: Assets): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const found = assets.byAddress.get(req.path)
    if (!found) return next()

    const { body, encoding } = packedFor(req, found)
    if (encoding) res.setHeader('Content-Encoding', encoding)
    res.setHeader('Content-Type', found.type)
    res.setHeader('Content-Length', body.length)
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    res.setHeader('Vary', 'Accept-Encoding')
    res.end(req.method === 'HEAD' ? undefined : body)
  }
}

function packedFor(req: Request, asset: Asset): { body: Buffer; encoding?: string } {
  const encoding = req.acceptsEncodings('br', 'gzip', 'identity')
  if (encoding === 'br' && asset.brotli) return { body: asset.brotli, encoding }
  if (encoding === 'gzip' && asset.gzip) return { body: asset.gzip, encoding }
  return { body: asset.body }
}
