import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '../faults.ts'

/**
 * Lets an address read and change only so often a minute; each process counts for itself.
 *
 * @throws {TooMany} to the error page, with the seconds to wait
 */
export function limitRates(readsPerMinute: number, bookingsPerMinute: number): RequestHandler {
  const reads = limiterOf(readsPerMinute)
  const bookings = limiterOf(bookingsPerMinute)
  return (req, _res, next) => {
    const limiter = isRead(req.method) ? reads : bookings
    if (!limiter) return next()
    limiter.consume(neighbourhoodOf(req.ip ?? '')).then(
      () => next(),
      (refusal: unknown) =>
        next(refusal instanceof RateLimiterRes ? new TooMany(Math.ceil(refusal.msBeforeNext / 1000)) : refusal),
    )
  }
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
