import { z } from 'zod'
import { zoneKinds } from '../../domain/city.ts'
import type { Zone } from '../../domain/city.ts'
import { camel } from '../camel.ts'
import { counted, id, localized, marks, positive } from '../fields.ts'

/** A record of `zones.yaml`. */
export const zoneShape = z
  .strictObject({
    id,
    office: id,
    inside: id.exactOptional(),
    kind: z.enum(zoneKinds),
    name: localized,
    floor: z.int('must be a whole number; 0 is the ground floor'),
    'area-m2': positive.exactOptional(),
    'gross-area-m2': positive.exactOptional(),
    'residual-area-m2': positive.exactOptional(),
    'fire-capacity': counted.exactOptional(),
    'design-capacity': counted.exactOptional(),
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
