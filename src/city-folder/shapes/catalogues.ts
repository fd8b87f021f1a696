import { z } from 'zod'
import type { Department, DropBox, Need, OnlineSystem, RequiredDocument } from '../../domain/city.ts'
import { camel } from '../camel.ts'
import { dates, id, localized, marks, text, validity } from '../fields.ts'
import { gridMinutes, whole } from '../numbers.ts'
import { essentialArea } from './services.ts'

/** A record of `departments.yaml`. */
export const departmentShape = z
  .strictObject({ id, name: localized, 'essential-area': essentialArea.exactOptional(), ...marks })
  .transform(({ provenance: _p, assumed: _a, sources: _s, ...written }): Department => camel(written))

/** A record of `documents.yaml`. */
export const documentShape: z.ZodType<RequiredDocument> = z.strictObject({ id, name: localized })

/** A record of `online-systems.yaml`. */
export const onlineSystemShape = z
  .strictObject({
    id,
    name: text,
    url: z.url({ protocol: /^https?$/, error: 'must be an address such as https://epuap.gov.pl' }),
    'sign-in': z.enum(['profil-zaufany', 'various', 'none']),
    ...marks,
  })
  .transform(({ assumed: _a, sources: _s, ...written }): OnlineSystem => camel(written))

/** A record of `drop-boxes.yaml`. */
export const dropBoxShape = z
  .strictObject({ address: text, office: id.exactOptional(), ...dates, ...marks })
  .transform((written): DropBox => ({
    address: written.address,
    ...(written.office && { officeId: written.office }),
    ...validity(written),
  }))

/** A record of `needs.yaml`. */
export const needShape = z
  .strictObject({
    id,
    name: localized,
    'notice-working-days': whole(366),
    'extra-minutes': gridMinutes,
    'ground-floor-only': z.boolean().default(false),
    ...marks,
  })
  .transform(({ assumed: _a, sources: _s, ...written }): Need => camel(written))
