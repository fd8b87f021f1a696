import { z } from 'zod'
import { zoneKinds } from '../../domain/city.ts'
import { refusalReasons } from '../../domain/booking/refusal.ts'
import { statuses } from '../../domain/booking/status.ts'
import { topics } from '../../domain/service/topic.ts'

/** What callers get: the schemas of every answer, printed in the OpenAPI document and held against real answers by tests. */

const officeDate = z.iso.date()
const clock = z
  .string()
  .regex(/^([01]\d|2[0-4]):[0-5]\d$/)
  .meta({ examples: ['08:20'] })
const number = z.number().int().describe('A stable whole number, for programs that need one.')
const span = z.object({ from: clock, to: clock })

export const office = z.object({
  id: z.string().meta({ examples: ['CA'] }),
  number,
  name: z.string(),
  address: z.string(),
  postalCode: z.string(),
  city: z.string(),
  timeZone: z.string(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  stepFree: z.boolean().optional().describe('Absent where nobody has checked it.'),
  opening: z.array(
    z.object({
      validFrom: officeDate.optional(),
      validTo: officeDate.optional(),
      appointmentOnly: z.boolean(),
      days: z.record(z.string(), z.array(span)).describe('Opening hours by weekday, mon to sun.'),
    }),
  ),
  services: z.array(z.string()).describe('Ids of the matters it deals with.'),
})

export const service = z.object({
  id: z.string().meta({ examples: ['sa-id-apply'] }),
  number,
  name: z.string(),
  topic: z.enum(topics),
  department: z.string(),
  procedure: z.string().optional(),
  durationMinutes: z.number().int(),
  personsAtLeast: z.number().int(),
  offices: z.array(z.string()).describe('Ids of the offices that deal with it.'),
  ways: z.object({
    online: z
      .object({ extent: z.enum(['full', 'partial']), system: z.string(), url: z.string(), signIn: z.string() })
      .nullable()
      .describe('How it can be settled on the web; null where it cannot.'),
    dropBox: z.boolean(),
    post: z.boolean(),
    inPerson: z.enum(['required', 'optional']),
    appointment: z.enum(['needed', 'not-needed']),
  }),
  documents: z.array(z.string()).describe('What to bring.'),
})

export const times = z.object({
  service: z.string(),
  offices: z.array(
    z.object({
      office: z.string(),
      days: z.array(
        z.object({
          date: officeDate,
          times: z.array(z.object({ time: clock, places: z.number().int().positive() })),
          reason: z.enum(refusalReasons).optional().describe('Why nothing is free; only where nothing is.'),
        }),
      ),
    }),
  ),
})

export const booking = z.object({
  reference: z.string().meta({ examples: ['7K2M-9QXD'] }),
  number,
  service: z.string(),
  office: z.string(),
  date: officeDate,
  time: clock,
  endTime: clock,
  desk: z.string().describe('Id of the desk.'),
  deskLabel: z.string().describe('What is written over the desk.'),
  persons: z.number().int(),
  companions: z.record(z.string(), z.number().int()),
  needs: z.array(z.string()),
  status: z.enum(statuses),
  expiresAt: z.iso.datetime().optional().describe('When a hold ends.'),
})

export const newBooking = booking.extend({ secret: z.string().describe('Opens the booking; keep it with the reference.') })
export const hold = newBooking.extend({ expiresAt: z.iso.datetime() })

export const occupancy = z.object({
  office: z.string(),
  date: officeDate,
  page: z.number().int().describe('The page of the day sheet; grows with every change.'),
  zones: z.array(
    z.object({
      zone: z.string(),
      name: z.string(),
      kind: z.enum(zoneKinds),
      ticks: z.array(
        z.object({
          time: clock,
          booked: z.number().int().describe('Booked persons that count.'),
          limit: z.number().int().optional().describe('Absent where no rule counts heads.'),
          rule: z.string().optional().describe('Id of the rule that gives the limit.'),
        }),
      ),
    }),
  ),
})

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  reason: z.enum(refusalReasons).optional().describe('Why a visit cannot be had.'),
  zone: z.string().optional(),
  rule: z.string().optional(),
  alternatives: z
    .array(z.object({ office: z.string(), date: officeDate, time: clock }))
    .optional()
    .describe('The nearest times that are free.'),
  fields: z.record(z.string(), z.string()).optional().describe('Field by field, what should stand there.'),
})

export const anything = z.record(z.string(), z.unknown())

/** The names under which the document keeps them. */
export const namedAnswers = {
  Office: office,
  Service: service,
  Times: times,
  Booking: booking,
  NewBooking: newBooking,
  Hold: hold,
  Occupancy: occupancy,
  Problem: problem,
}
