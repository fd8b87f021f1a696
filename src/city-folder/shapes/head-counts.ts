import { z } from 'zod'
import type { HeadCountDemand } from '../../domain/capacity/occupancy-rule.ts'
import { camel } from '../camel.ts'
import { id } from '../fields.ts'
import { areaM2, between, counted, m2PerPerson, mostPersons, whole } from '../numbers.ts'
import { areaBands } from './area-bands.ts'

const fraction = z.number('must be a number').gt(0, 'must be more than 0').max(1, 'must not be more than 1')
const areaBasis = z.enum(['gross', 'public', 'residual'])
const inside = z.lazy(() => headCountShape)
const insideOrNone = z.lazy(() => headCountOrNoneShape)
const several = { rules: z.array(inside).min(1, 'must have a rule') }

/** The fields of each kind of rule that counts heads; every one also has `kind`. */
export const headCountFields = {
  closed: { 'except-services': z.array(id).default([]) },
  'absolute-cap': { persons: whole(mostPersons) },
  'per-desk': { 'persons-per-desk': counted(1_000), basis: z.enum(['staffed', 'installed']) },
  'area-per-person': {
    'm2-per-person': m2PerPerson,
    basis: areaBasis,
    'at-least': whole(mostPersons).default(0),
    'safety-factor': fraction.default(1),
  },
  'area-switch': {
    'threshold-m2': areaM2,
    below: inside,
    above: insideOrNone,
  },
  'area-bands': {
    basis: areaBasis,
    bands: areaBands,
  },
  'fraction-of-capacity': { fraction, base: z.enum(['fire', 'design']) },
  distance: { metres: between(0.1, 100), 'usable-fraction': fraction, grid: z.enum(['square', 'hex']) },
  'lesser-of': several,
  'greater-of': several,
}

const kind = <Kind extends keyof typeof headCountFields>(named: Kind) =>
  z.strictObject({ kind: z.literal(named), ...headCountFields[named] })

// With exceptions "closed" sets no limit of its own, which inside another rule would let everybody in.
const closedInside = z.strictObject({
  kind: z.literal('closed'),
  'except-services': z.array(id).max(0, 'may not stand inside another rule: write a closed rule of its own').default([]),
})

const insideKinds = [
  closedInside,
  kind('absolute-cap'),
  kind('per-desk'),
  kind('area-per-person'),
  kind('area-switch'),
  kind('area-bands'),
  kind('fraction-of-capacity'),
  kind('distance'),
  kind('lesser-of'),
  kind('greater-of'),
] as const

/** A rule inside another rule: only what it asks. */
export const headCountShape: z.ZodType<HeadCountDemand> = z.discriminatedUnion('kind', insideKinds).transform(headCountOf)

const headCountOrNoneShape: z.ZodType<HeadCountDemand | { readonly kind: 'no-limit' }> = z
  .discriminatedUnion('kind', [...insideKinds, z.strictObject({ kind: z.literal('no-limit') })])
  .transform(written => (written.kind === 'no-limit' ? written : headCountOf(written)))

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
