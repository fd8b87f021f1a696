import { z } from 'zod'
import type { Organisation } from '../../domain/city.ts'
import { isTimeZone } from '../../time.ts'
import { camel } from '../camel.ts'
import { date, email, id, localized, marks, text } from '../fields.ts'

/** The name of a time zone that this machine knows. */
export const timeZone = z.string().refine(isTimeZone, 'must be the name of a time zone such as Europe/Warsaw')

/** `organisation.yaml`. */
export const organisationShape = z
  .strictObject({
    id,
    name: localized,
    address: text,
    phone: text,
    email: email.exactOptional(),
    website: z.url('must be an address such as https://www.krakow.pl').exactOptional(),
    'data-controller': localized,
    'data-protection-officer': z.strictObject({ email, address: text }),
    'epuap-box': text.exactOptional(),
    'time-zone': timeZone,
    accessibility: z.strictObject({
      name: localized,
      email,
      phone: text,
      'published-on': date,
      'updated-on': date,
      'prepared-on': date,
      'reviewed-on': date,
      assumed: z.boolean(),
    }),
    ...marks,
  })
  .transform(({ provenance: _p, assumed: _a, sources: _s, ...written }): Organisation => camel(written))
