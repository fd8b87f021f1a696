import { z } from 'zod'
import { areaM2, m2PerPerson } from '../numbers.ts'

/** The bands of an area, in m², each beginning where the one before ends; only the last may have no end. */
export const areaBands = z
  .array(z.strictObject({ 'up-to-m2': areaM2.exactOptional(), 'm2-per-person': m2PerPerson }))
  .min(1, 'must have a band')
  .superRefine((bands, context) => {
    for (const [place, band] of bands.entries()) {
      const [end, before] = [band['up-to-m2'], bands[place - 1]?.['up-to-m2']]
      const wrong = (message: string) => context.addIssue({ code: 'custom', path: [place, 'up-to-m2'], message, input: end })
      if (end === undefined && place < bands.length - 1) wrong('must be said: only the last band may go on without an end')
      if (end !== undefined && before !== undefined && end <= before)
        wrong(`must be more than ${before}, where the band before ends`)
    }
  })
