import { z } from 'zod'
import type { HeadCountDemand } from '../../domain/capacity/occupancy-rule.ts'
import { camel } from '../camel.ts'
import { counted, id, positive, whole } from '../fields.ts'

const fraction = z.number('must be a number').gt(0, 'must be more than 0').max(1, 'must not be more than 1')
const areaBasis = z.enum(['gross', 'public', 'residual'])
const inside = z.lazy(() => headCountShape)
const several = { rules: z.array(inside).min(1, 'must have a rule') }

/** The fields of each kind of rule that counts heads; every one also has `kind`. */
export const headCountFields = {
  closed: { 'except-services': z.array(id).default([]) },
  'absolute-cap': { persons: whole },
  'per-desk': { 'persons-per-desk': counted, basis: z.enum(['staffed', 'installed']) },
  'area-per-person': {
    'm2-per-person': positive,
    basis: areaBasis,
    'at-least': whole.default(0),
    'safety-factor': fraction.default(1),
  },
  'area-switch': {
    'threshold-m2': positive,
    below: inside,
    above: z.union([z.strictObject({ kind: z.literal('no-limit') }), inside]),
  },
  'area-bands': {
    basis: areaBasis,
    bands: z
      .array(z.strictObject({ 'up-to-m2': positive.exactOptional(), 'm2-per-person': positive }))
      .min(1, 'must have a band'),
  },
  'fraction-of-capacity': { fraction, base: z.enum(['fire', 'design']) },
  distance: { metres: positive, 'usable-fraction': fraction, grid: z.enum(['square', 'hex']) },
  'lesser-of': several,
  'greater-of': several,
}

const kind = <Kind extends keyof typeof headCountFields>(named: Kind) =>
  z.strictObject({ kind: z.literal(named), ...headCountFields[named] })

/** A rule inside another rule: only what it asks. */
export const headCountShape: z.ZodType<HeadCountDemand> = z
  .discriminatedUnion('kind', [
    kind('closed'),
    kind('absolute-cap'),
    kind('per-desk'),
    kind('area-per-person'),
    kind('area-switch'),
    kind('area-bands'),
    kind('fraction-of-capacity'),
    kind('distance'),
    kind('lesser-of'),
    kind('greater-of'),
  ])
  .transform(headCountOf)

type WrittenHeadCount = {
  [Kind in keyof typeof headCountFields]: { kind: Kind } & {
    [Field in keyof (typeof headCountFields)[Kind]]: z.output<Extract<(typeof headCountFields)[Kind][Field], z.ZodType>>
  }
}[keyof typeof headCountFields]

/** What a rule that counts heads asks, as the domain says it. */
export function headCountOf(written: WrittenHeadCount): HeadCountDemand {
  if (written.kind === 'lesser-of' || written.kind === 'greater-of') return { kind: written.kind, demands: written.rules }
  return camel(written)
}
