import { z } from 'zod'
import { companionKinds } from '../../domain/capacity/occupancy-rule.ts'
import type { Counting } from '../../domain/capacity/occupancy-rule.ts'
import { camel } from '../camel.ts'
import { counted, mostPersons } from '../numbers.ts'

const exemption = z
  .union(
    [z.enum(companionKinds), z.strictObject({ kind: z.enum(companionKinds), 'at-most': counted(mostPersons).exactOptional() })],
    `must be one of ${companionKinds.join(', ')}, or { kind: child, at-most: 2 }`,
  )
  .transform(one => (typeof one === 'string' ? { kind: one } : camel(one)))

/** Whom a rule that counts heads counts. */
export const counting = z
  .strictObject({
    staff: z.boolean(),
    exempt: z.array(exemption).superRefine((exempt, context) => {
      const kinds = exempt.map(({ kind }) => kind)
      const twice = kinds.find((kind, place) => kinds.indexOf(kind) < place)
      if (twice) context.addIssue(`must name ${twice} only once`)
    }),
  })
  .transform((written): Counting => written)
