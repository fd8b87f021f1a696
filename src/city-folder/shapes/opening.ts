import { z } from 'zod'
import type { OpeningHours } from '../../domain/city.ts'
import { dates, id, marks, validity, weeklyHours } from '../fields.ts'

/** The mark of a day or a stretch without opening hours. */
export const closed = z.literal(true, 'must be true, or left out').exactOptional()
/** Said of a record that has both hours and the mark of being closed, or neither. */
export const eitherOr = 'must have either hours or closed: true'

/** One stretch of dates of an office and its weekly hours in it. */
export const opening = z
  .strictObject({
    ...dates,
    closed,
    hours: weeklyHours.exactOptional(),
    'appointment-only': z.boolean().exactOptional(),
    'services-only': z.array(id).exactOptional(),
    ...marks,
  })
  .refine(({ closed, hours }) => (closed === undefined) !== (hours === undefined), eitherOr)
  .transform((written): OpeningHours => ({
    ...validity(written),
    days: written.hours ?? {},
    appointmentOnly: written['appointment-only'] ?? false,
    ...(written['services-only'] && { servicesOnly: written['services-only'] }),
    provenance: written.assumed?.includes('hours') ? 'assumed' : written.provenance,
  }))
