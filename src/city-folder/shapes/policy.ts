import { z } from 'zod'
import type { BookingPolicy } from '../../domain/city.ts'
import { camel } from '../camel.ts'
import { counted, gridMinutes, marks, timeOfDay, whole } from '../fields.ts'

/** `policy.yaml`. */
export const policyShape = z
  .strictObject({
    'horizon-days': counted,
    'lead-minutes': z.strictObject({ web: whole, phone: whole, 'walk-in': whole, kiosk: whole }),
    release: z.strictObject({ at: timeOfDay, 'spread-minutes': whole }),
    'hold-minutes': counted,
    'release-after-cancel': z.strictObject({ minutes: whole, 'random-minutes': whole }),
    'per-contact': z.strictObject({ open: counted, 'per-date': counted }),
    'largest-party': counted,
    'check-in': z.strictObject({ 'opens-minutes-before': whole, 'late-tolerance-minutes': whole, calls: counted }),
    'reminder-hours-before': z.array(counted),
    'retention-days': whole,
    'leaving-minutes': gridMinutes,
    queue: z.strictObject({ 'walk-in-after-booked': counted, 'walk-in-within-minutes': counted }).exactOptional(),
    ...marks,
  })
  .transform(({ provenance: _p, assumed: _a, sources: _s, 'lead-minutes': leadMinutes, ...written }): BookingPolicy => ({
    ...camel(written),
    leadMinutes,
  }))
