import { z } from 'zod'
import type { Office, SpecialDay } from '../../domain/city.ts'
import { camel } from '../camel.ts'
import { date, id, localized, marks, spans, text } from '../fields.ts'
import { stableNumber } from '../numbers.ts'
import { timeZone } from './organisation.ts'
import { closed, eitherOr, opening } from './opening.ts'

/** An office as its file has it: the time zone may be the organisation's. */
export type WrittenOffice = Omit<Office, 'timeZone'> & Partial<Pick<Office, 'timeZone'>>

/** A record of `offices.yaml`. */
export const officeShape = z
  .strictObject({
    id,
    number: stableNumber,
    name: localized,
    address: text,
    'postal-code': text,
    city: text,
    'time-zone': timeZone.exactOptional(),
    location: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).exactOptional(),
    access: z.strictObject({
      'step-free': z.boolean(),
      lift: z.boolean(),
      'induction-loop': z.boolean(),
      'accessible-toilet': z.boolean(),
      assumed: z.boolean(),
    }),
    opening: z.array(opening),
    ...marks,
  })
  .transform(({ assumed: _a, sources: _s, opening: hours, ...written }): WrittenOffice => ({
    ...camel(written),
    opening: hours,
  }))

/** A record of `special-days.yaml`. */
export const specialDayShape = z
  .strictObject({ date, office: id.exactOptional(), closed, hours: spans.exactOptional(), note: text.exactOptional(), ...marks })
  .refine(({ closed, hours }) => (closed === undefined) !== (hours === undefined), eitherOr)
  .transform((written): SpecialDay => ({
    date: written.date,
    ...(written.office && { officeId: written.office }),
    hours: written.hours ?? [],
    ...(written.note && { note: written.note }),
  }))
