import { z } from 'zod'
import { conductTopics } from '../../domain/capacity/occupancy-rule.ts'
import type { Counting, Demand, Rule } from '../../domain/capacity/occupancy-rule.ts'
import { zoneKinds } from '../../domain/city.ts'
import { camel } from '../camel.ts'
import { date, dates, id, localized, marks, span, text, validity, weekdayList, weeklyHours } from '../fields.ts'
import { gridMinutes, gridMinutesAtLeastFive, mostHoursBefore, mostPersons, whole } from '../numbers.ts'
import { counting } from './counting.ts'
import { headCountFields, headCountOf } from './head-counts.ts'
import { essentialArea } from './services.ts'

const common = {
  id,
  enabled: z.boolean().default(true),
  where: z
    .strictObject({
      offices: z.array(id).exactOptional(),
      zones: z.array(id).exactOptional(),
      'zone-kinds': z.array(z.enum(zoneKinds)).exactOptional(),
      parts: z.boolean().exactOptional(),
    })
    .default({}),
  ...dates,
  'legal-basis': text.exactOptional(),
  text: localized.exactOptional(),
  'announced-on': date.exactOptional(),
  ...marks,
}

const headCount = <Kind extends keyof typeof headCountFields>(kind: Kind) =>
  z.strictObject({ ...common, counting, kind: z.literal(kind), ...headCountFields[kind] })

const other = <Kind extends string, Fields extends z.core.$ZodShape>(kind: Kind, fields: Fields) =>
  z.strictObject({ ...common, kind: z.literal(kind), ...fields })

const headCounts = [
  headCount('closed'),
  headCount('absolute-cap'),
  headCount('per-desk'),
  headCount('area-per-person'),
  headCount('area-switch'),
  headCount('area-bands'),
  headCount('fraction-of-capacity'),
  headCount('distance'),
  headCount('lesser-of'),
  headCount('greater-of'),
] as const

const others = [
  other('turnover', { minutes: gridMinutes }),
  other('ventilation', {
    'every-minutes': gridMinutesAtLeastFive,
    'for-minutes': gridMinutesAtLeastFive,
    'zone-must-be-empty': z.boolean(),
  }),
  other('dwell-cap', { minutes: gridMinutesAtLeastFive }),
  other('protected-hours', {
    weekdays: weekdayList,
    hours: span,
    group: z.enum(['senior', 'disability', 'pregnant']),
    'opens-to-all-hours-before': whole(mostHoursBefore),
  }),
  other('entry-window', { 'earliest-before-minutes': gridMinutes, 'latest-after-minutes': gridMinutes }),
  other('staggered-arrivals', { 'at-most': whole(mostPersons), 'per-minutes': gridMinutesAtLeastFive }),
  other('appointment-only', { 'except-services': z.array(id).default([]) }),
  other('purpose', { 'essential-areas': z.array(essentialArea) }),
  other('hours', { hours: weeklyHours }),
  other('conduct', { topics: z.array(z.enum(conductTopics)).min(1, 'must name a topic') }),
] as const

const ruleKinds = [...headCounts, ...others].map(shape => shape.shape.kind.value).join(', ')

/** A record of `rules.yaml`. */
export const ruleShape = z
  .discriminatedUnion('kind', [...headCounts, ...others], {
    error: `must be one of ${ruleKinds}`,
  })
  .transform((written): Rule => {
    const { id, enabled, where, from, to, text, provenance, assumed: _a, sources: _s, ...rest } = written
    const { 'legal-basis': legalBasis, 'announced-on': announcedOn, ...asked } = rest
    const counted: Counting = 'counting' in asked ? asked.counting : { staff: false, exempt: [] }
    return {
      id,
      enabled,
      ...validity({ ...(from && { from }), ...(to && { to }) }),
      scope: camel(where),
      demand: demandOf(asked),
      counting: counted,
      ...(legalBasis && { legalBasis }),
      ...(text && { text }),
      ...(announcedOn && { announcedOn }),
      provenance,
    }
  })

type Common = Exclude<keyof typeof common, 'counting'>
type Asked = DistributiveOmit<z.output<(typeof headCounts)[number] | (typeof others)[number]>, Common>
type DistributiveOmit<Union, Field extends PropertyKey> = Union extends unknown ? Omit<Union, Field> : never

function demandOf(asked: Asked): Demand {
  if ('counting' in asked) {
    const { counting: _c, ...demand } = asked
    return headCountOf(demand as Parameters<typeof headCountOf>[0])
  }
  if (asked.kind === 'hours') return { kind: 'hours', days: asked.hours }
  if (asked.kind !== 'protected-hours') return camel(asked) as Demand
  const { hours, ...protectedHours } = asked
  return { ...camel(protectedHours), ...hours } as Demand
}
