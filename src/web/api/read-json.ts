import express, { type Request, type RequestHandler } from 'express'

const mostBytes = 16 * 1024

/**
 * Reads a JSON body of 16 KB at most. As programs send it as a rule, plain and with its length, it is read here, since
 * Express's reader takes longer for it than placing a visit does. That one reads whatever else there is (pieces of unknown
 * length, packed bodies, other character sets), and refuses what nobody reads.
 */
export function readJson(): RequestHandler {
  const readByExpress: RequestHandler = express.json({ limit: mostBytes, type: 'application/json' })
  return (req, res, next) => {
    if (!isPlain(req)) return readByExpress(req, res, next)
    const pieces: Buffer[] = []
    req.on('data', (piece: Buffer) => pieces.push(piece))
    req.on('end', () => next(read(req, Buffer.concat(pieces).toString())))
  }
}

/** Node ends a body where its length says, and never ends that of somebody who hangs up before. */
function isPlain({ headers }: Request): boolean {
  const bytes = Number(headers['content-length'])
  const isRead = bytes > 0 && bytes <= mostBytes
  return isRead && headers['content-type'] === 'application/json' && headers['content-encoding'] === undefined
}

/** @returns  for a text that is no JSON object what Express's reader says of it */
function read(req: Request, text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return void (req.body = body)
  } catch {
    // as bad as a number
  }
  return { status: 400, type: 'entity.parse.failed' }
}
