import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '../faults.ts'

/**
 * Lets an address read and change only so often a minute; each process counts for itself.
 *
 * @throws {TooMany} to the error page, with the seconds to wait
 */
export function limitRates(readsPerMinute: number, bookingsPerMinute: number): RequestHandler {
  const outside = { reads: limiterOf(readsPerMinute), changes: limiterOf(bookingsPerMinute) }
  const inside = { reads: limiterOf(readsPerMinute * manyDesks), changes: limiterOf(bookingsPerMinute * manyDesks) }
  return (req, _res, next) => {
    const limiters = isInside(req.path) ? inside : outside
    const limiter = isRead(req.method) ? limiters.reads : limiters.changes
    if (!limiter) return next()
    limiter.consume(neighbourhoodOf(req.ip ?? '')).then(
      () => next(),
      (refusal: unknown) =>
        next(refusal instanceof RateLimiterRes ? new TooMany(Math.ceil(refusal.msBeforeNext / 1000)) : refusal),
    )
  }
}

/** An office's desks, kiosks and doors may all come by one address, and each of them had to sign in. */
const manyDesks = 20

const insideRooms = ['/desk', '/entrance', '/manage', '/account']

function isInside(path: string): boolean {
  return insideRooms.some(room => path === room || path.startsWith(`${room}/`))
}

/** Whether a method asks for nothing to change. */
export function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/** Who is counted as one: an IPv4 address, or the 64 bits of an IPv6 address that one household or office has. */
export function neighbourhoodOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || !address.includes(':')) return mapped ?? address
  const [head = '', tail] = address.split('::', 2)
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}

function limiterOf(perMinute: number): RateLimiterMemory | undefined {
  return perMinute === 0 ? undefined : new RateLimiterMemory({ points: perMinute, duration: 60 })
}
