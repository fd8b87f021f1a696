import { z } from 'zod'
import type { Service } from '../../domain/service/service.ts'
import type { Topic } from '../../domain/service/topic.ts'
import { camel } from '../camel.ts'
import { id, localized, marks, text } from '../fields.ts'
import { between, counted, gridMinutesAtLeastFive, mostInParty, stableNumber } from '../numbers.ts'

const area = z.int('must be a whole number').min(1, 'must be from 1 to 8').max(8, 'must be from 1 to 8')

/** Number of an area of law in the regulations of spring 2020. */
export const essentialArea = area

/** A record of `services/<topic>.yaml`. */
export function serviceShape(topic: Topic) {
  return z
    .strictObject({
      id,
      number: stableNumber,
      name: localized,
      keywords: localized,
      department: id,
      procedure: text.exactOptional(),
      'essential-area': area.exactOptional(),
      minutes: gridMinutesAtLeastFive,
      'desk-groups': z.array(id).min(1, 'must name a desk group'),
      documents: z.array(id),
      'persons-at-least': counted(mostInParty).default(1),
      ways: z.strictObject({
        online: z.strictObject({ extent: z.enum(['full', 'partial']), system: id }).exactOptional(),
        'drop-box': z.boolean(),
        post: z.boolean(),
        'in-person': z.enum(['required', 'optional']),
        appointment: z.enum(['needed', 'not-needed']),
      }),
      fee: z.strictObject({
        pln: between(0, 1_000_000).exactOptional(),
        note: localized.exactOptional(),
        provenance: marks.provenance,
      }),
      'legal-basis': text,
      note: localized.exactOptional(),
      ...marks,
    })
    .transform(
      ({ department, minutes, documents, ways, 'desk-groups': groups, assumed: _a, sources: _s, ...written }): Service => {
        const { online, ...otherWays } = camel(ways)
        return {
          ...camel(written),
          departmentId: department,
          topic,
          durationMinutes: minutes,
          deskGroupIds: groups,
          documentIds: documents,
          ways: { ...otherWays, online: online && { extent: online.extent, systemId: online.system } },
        }
      },
    )
}
