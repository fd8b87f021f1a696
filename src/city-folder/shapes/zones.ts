import { z } from 'zod'
import { zoneKinds } from '../../domain/city.ts'
import type { Zone } from '../../domain/city.ts'
import { camel } from '../camel.ts'
import { id, localized, marks } from '../fields.ts'
import { areaM2, counted, mostPersons } from '../numbers.ts'

/** A record of `zones.yaml`. */
export const zoneShape = z
  .strictObject({
    id,
    office: id,
    inside: id.exactOptional(),
    kind: z.enum(zoneKinds),
    name: localized,
    floor: z
      .int('must be a whole number; 0 is the ground floor')
      .min(-20, 'must not be less than -20')
      .max(200, 'must not be more than 200'),
    'area-m2': areaM2.exactOptional(),
    'gross-area-m2': areaM2.exactOptional(),
    'residual-area-m2': areaM2.exactOptional(),
    'fire-capacity': counted(mostPersons).exactOptional(),
    'design-capacity': counted(mostPersons).exactOptional(),
    'waits-in': id.exactOptional(),
    ...marks,
  })
  .transform(({ office, inside, 'area-m2': area, 'waits-in': waitsIn, assumed: _a, sources: _s, ...written }): Zone => ({
    ...camel(written),
    officeId: office,
    ...(inside && { parentId: inside }),
    ...(area && { publicAreaM2: area }),
    ...(waitsIn && { waitingZoneId: waitsIn }),
  }))
