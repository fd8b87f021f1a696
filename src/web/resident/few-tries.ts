import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '../faults.ts'
import { neighbourhoodOf } from '../middleware/rate-limit.ts'

const triesPerReference = { points: 10, duration: 3600 }
const triesPerAddress = { points: 30, duration: 3600 }

/**
 * Six digits can be guessed by whoever may try often, so one may not: counts a try to open a reference from an address.
 *
 * @returns a function that throws {TooMany} once there were too many
 */
export function fewTries(): (address: string, reference: string) => Promise<void> {
  const references = new RateLimiterMemory(triesPerReference)
  const addresses = new RateLimiterMemory(triesPerAddress)
  return async (address, reference) => {
    try {
      await addresses.consume(neighbourhoodOf(address))
      await references.consume(reference)
    } catch (refusal) {
      throw refusal instanceof RateLimiterRes ? new TooMany(Math.ceil(refusal.msBeforeNext / 1000)) : refusal
    }
  }
}
