import { z } from 'zod'
import { languages } from '../../domain/city.ts'
import { companionKinds, type CompanionKind } from '../../domain/capacity/occupancy-rule.ts'
import { emailField, phoneField } from '../contact-fields.ts'

/** What callers send: each schema reads it, and is printed in the OpenAPI document. */

const mostPersons = 100
const kinds = companionKinds.join('|')

const officeDate = z.iso
  .date()
  .refine(date => date >= '2000-01-01' && date < '2200-01-01', 'must be a date of this century or the next')
  .meta({ examples: ['2020-05-25'] })

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:20')
  .transform(text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
  .meta({ examples: ['08:20'], description: 'By the clock of the office.' })

const idOrNumber = z
  .union([z.string().min(1).max(100), z.number().int().positive()], 'must be an id or a number')
  .transform(String)
  .meta({ examples: ['CA', 1] })

const commaList = z
  .string()
  .max(500)
  .transform(text => text.split(',').filter(part => part !== ''))

export const groups = z.enum(['senior', 'disability', 'pregnant'])

export const languageQuery = z.object({
  lang: z.enum(languages).default('pl').describe('The language of names.'),
})

export const officePath = z.object({
  office: z
    .string()
    .describe('Id or number of the office.')
    .meta({ examples: ['CA'] }),
})
export const servicePath = z.object({
  service: z
    .string()
    .describe('Id or number of the matter.')
    .meta({ examples: ['sa-id-apply'] }),
})
export const referencePath = z.object({
  reference: z
    .string()
    .describe('Reference of the booking.')
    .meta({ examples: ['7K2M-9QXD'] }),
})
export const occupancyPath = officePath.extend({ date: officeDate })

export const timesQuery = z.object({
  from: officeDate.optional().describe('First date; today if absent.'),
  to: officeDate.optional().describe('Last date, included; the last date open for booking if absent. At most 190 days.'),
  persons: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().int().min(1).max(mostPersons))
    .default(1)
    .describe('How many come, all of them.'),
  office: commaList
    .optional()
    .describe('Ids or numbers of offices, with commas; all that do it if absent.')
    .meta({ examples: ['CA'] }),
  companions: z
    .string()
    .regex(
      new RegExp(`^((${kinds}):\\d{1,3}(,(?!$)|$))*$`),
      `must be such as child:1,carer:1; kinds: ${companionKinds.join(', ')}`,
    )
    .transform(companionsFromText)
    .optional()
    .describe('Those among the persons whom a rule may not count.')
    .meta({ examples: ['child:1,carer:1'] }),
  needs: commaList.optional().describe('Ids of needs, with commas.'),
  groups: commaList
    .pipe(z.array(groups))
    .optional()
    .describe('Groups for whom hours are kept, to which somebody of the party belongs; with commas.'),
})

const party = {
  persons: z.number().int().min(1).max(mostPersons).describe('How many come, all of them.'),
  companions: z
    .partialRecord(z.enum(companionKinds), z.number().int().min(0).max(mostPersons))
    .default({})
    .describe('Those among the persons whom a rule may not count, by kind.')
    .meta({ examples: [{ child: 1 }] }),
  needs: z.array(z.string().max(100)).max(20).default([]).describe('Ids of needs.'),
  groups: z.array(groups).max(3).default([]).describe('Groups for whom hours are kept, to which somebody of the party belongs.'),
}

const contact = {
  language: z.enum(languages).default('pl').describe('The language of messages.'),
  email: emailField.optional().describe('For confirmation and reminder; not needed.'),
  phone: phoneField.optional().describe('For confirmation and reminder; not needed.'),
}

const place = { office: idOrNumber, date: officeDate, time: clock }

export const moveBody = z.object(place)

export const visitBody = z
  .object({ service: idOrNumber.meta({ examples: ['sa-id-apply', 13] }), ...place, ...party, ...contact })
  .refine(visit => sum(visit.companions) <= visit.persons, { path: ['companions'], error: 'must not be more than persons' })

export const confirmBody = z.object({
  hold: z.string().max(40).describe('Reference of the hold.'),
  secret: z.string().max(100).optional().describe('Secret of the hold, if it is not sent as `Authorization: Bearer`.'),
  ...contact,
})

export type AskedVisit = z.output<typeof visitBody>

/** How many companions there are, of all kinds. */
export function sum(companions: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(companions).reduce((all: number, some) => all + (some ?? 0), 0)
}

function companionsFromText(text: string): Partial<Record<CompanionKind, number>> {
  const pairs = text.split(',').filter(Boolean)
  return Object.fromEntries(pairs.map(pair => [pair.split(':')[0], Number(pair.split(':')[1])])) as Partial<
    Record<CompanionKind, number>
  >
}
