import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'
import { LRUCache } from 'lru-cache'

/** Bodies that were made once and are sent again while what they were made of has not changed. */
export type ReadyAnswers = LRUCache<string, ReadyAnswer>

export interface ReadyAnswer {
  readonly etag: string
  readonly body: Buffer
  /** Packed when somebody first asks for it so. */
  gzip: Buffer | undefined
}

const mostBytes = 64 * 1024 * 1024

/** Less than this fits into one packet as it is. */
const leastToPack = 1000

/** An empty store that keeps what was asked for last, 64 MB at most. */
export function newReadyAnswers(): ReadyAnswers {
  return new LRUCache({ maxSize: mostBytes, sizeCalculation: answer => Math.ceil(answer.body.length * 1.5) + 200 })
}

/** What is to be answered: by which name it is kept, of which state, and how it is made if it is not there. */
export interface Answer {
  /** Names the answer among all others: its address with everything that changes it, and its language. */
  readonly key: string
  /** Changes whenever the answer would; whatever text it is. */
  readonly state: string
  /** `application/json`, `text/html`… */
  readonly type: string
  readonly cacheControl: string
  readonly make: () => string
}

/** Whether an answer lies in the store as it would be made now. */
export function liesReady(ready: ReadyAnswers, answer: Pick<Answer, 'key' | 'state'>): boolean {
  return ready.get(answer.key)?.etag === etagOf(answer)
}

/** Sends an answer from the store, making it first where it is missing or out of date; 304 to whoever has it already. */
export function sendReady(ready: ReadyAnswers, req: Request, res: Response, answer: Answer): void {
  const etag = etagOf(answer)
  res.setHeader('ETag', etag)
  res.setHeader('Cache-Control', answer.cacheControl)
  res.vary('Accept-Encoding')
  if (has(req.headers['if-none-match'], etag)) {
    res.statusCode = 304
    res.end()
    return
  }

  const made = kept(ready, answer, etag)
  const packed = acceptsGzip(req.headers['accept-encoding']) && made.body.length > leastToPack
  const body = packed ? (made.gzip ??= gzipSync(made.body, { level: 4 })) : made.body
  if (packed) res.setHeader('Content-Encoding', 'gzip')
  res.setHeader('Content-Type', `${answer.type}; charset=utf-8`)
  res.setHeader('Content-Length', body.length)
  res.end(req.method === 'HEAD' ? undefined : body)
}

function kept(ready: ReadyAnswers, answer: Answer, etag: string): ReadyAnswer {
  const known = ready.get(answer.key)
  if (known?.etag === etag) return known
  const made: ReadyAnswer = { etag, body: Buffer.from(answer.make()), gzip: undefined }
  ready.set(answer.key, made)
  return made
}

/** Weak, because the packed and the plain body share it. */
function etagOf({ key, state }: Pick<Answer, 'key' | 'state'>): string {
  return `W/"${createHash('sha1').update(`${key}\n${state}`).digest('base64url').slice(0, 20)}"`
}

function has(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  const bare = etag.slice(2)
  return ifNoneMatch.split(',').some(known => known.trim() === '*' || known.trim().replace(/^W\//, '') === bare)
}

function acceptsGzip(header: string | undefined): boolean {
  return header !== undefined && /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(header)
}
