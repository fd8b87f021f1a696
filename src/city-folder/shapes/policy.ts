import { z } from 'zod'
import type { BookingPolicy } from '../../domain/city.ts'
import { camel } from '../camel.ts'
import { marks, timeOfDay } from '../fields.ts'
import { counted, gridMinutes, minutes, minutesAtLeastOne, mostHoursBefore, mostInParty, whole } from '../numbers.ts'

const lead = whole(30 * 1_440)

/** `policy.yaml`. */
export const policyShape = z
  .strictObject({
    'horizon-days': counted(366),
    'lead-minutes': z.strictObject({ web: lead, phone: lead, 'walk-in': lead, kiosk: lead }),
    release: z.strictObject({ at: timeOfDay, 'spread-minutes': minutes }),
    'hold-minutes': minutesAtLeastOne,
    'release-after-cancel': z.strictObject({ minutes, 'random-minutes': minutes }),
    'per-contact': z.strictObject({ open: counted(1_000), 'per-date': counted(1_000) }),
    'largest-party': counted(mostInParty),
    'check-in': z.strictObject({ 'opens-minutes-before': minutes, 'late-tolerance-minutes': minutes, calls: counted(100) }),
    'reminder-hours-before': z.array(counted(mostHoursBefore)),
    'retention-days': whole(3_660),
    'leaving-minutes': gridMinutes,
    queue: z
      .strictObject({ 'walk-in-after-booked': counted(1_000), 'walk-in-within-minutes': minutesAtLeastOne })
      .exactOptional(),
    ...marks,
  })
  .transform(({ provenance: _p, assumed: _a, sources: _s, 'lead-minutes': leadMinutes, ...written }): BookingPolicy => ({
    ...camel(written),
    leadMinutes,
  }))
