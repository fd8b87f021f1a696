import { z } from 'zod'
import { statuses, type Status } from '../../domain/booking/status.ts'
import type { City, Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { Query } from '../paths.ts'

/** What the desk page tells after something was done; some of it is a "not now". */
export const toldKeys = [
  'called',
  'recalled',
  'absent',
  'busy',
  'nobody',
  'not-yet',
  'not-yet-full',
  'not-yet-early',
  'checked-in',
  'checked-in-late',
  'checked-in-walk-in',
  'already',
  'started',
  'finished',
  'no-show',
  'left',
  'parked',
  'taken-back',
  'forwarded',
  'forwarded-waits',
  'priority',
  'priority-off',
  'undone',
  'undone-waits',
  'faster',
  'meanwhile',
  'noted',
  'noted-short',
  'published',
  'slip-printed',
  'slip-sent',
  'slip-unsure',
  'slip-failed',
] as const
export type ToldKey = (typeof toldKeys)[number]

/** One thing told, and what stands in its sentence. */
export interface Told {
  readonly key: ToldKey
  /** A ticket's code or the end of a reference. */
  readonly about?: string | undefined
  readonly minute?: number | undefined
  readonly zone?: string | undefined
  readonly count?: number | undefined
  /** What the visit is now. */
  readonly status?: Status | undefined
}

/** A sentence for the top of the page, and how good the news is. */
export interface Message {
  readonly text: string
  readonly tone: 'good' | 'warn' | 'bad'
  /** Number of a visit that can be checked in although it is early. */
  readonly anyway?: number
}

const asked = z.object({
  said: z.enum(toldKeys),
  about: z
    .string()
    .regex(/^[A-Z0-9]{1,8}$/)
    .optional()
    .catch(undefined),
  minute: z.coerce.number().int().min(0).max(1440).optional().catch(undefined),
  zone: z.string().max(100).optional().catch(undefined),
  count: z.coerce.number().int().min(0).max(9999).optional().catch(undefined),
  status: z.enum(statuses).optional().catch(undefined),
})

/** What an address tells, if it tells anything. */
export function toldIn(query: unknown): Told | undefined {
  const read = asked.safeParse(query)
  if (!read.success) return undefined
  const { said, ...rest } = read.data
  return { key: said, ...rest }
}

/** The same as values of an address. */
export function toldQuery({ key, ...rest }: Told): Query {
  return { said: key, ...rest }
}

const notNow: ReadonlySet<ToldKey> = new Set([
  'busy',
  'nobody',
  'not-yet',
  'not-yet-full',
  'not-yet-early',
  'faster',
  'meanwhile',
])
const cautious: ReadonlySet<ToldKey> = new Set([
  'absent',
  'checked-in-late',
  'checked-in-walk-in',
  'already',
  'forwarded-waits',
  'noted-short',
  'no-show',
  'slip-sent',
  'slip-unsure',
  'slip-failed',
])

/** Says it in words. */
export function inWords(
  city: City,
  { key, about = '', minute = 0, zone = '', count = 0, status }: Told,
  language: Language,
): Message {
  const t = wordsFor(language)
  const text = t(`told.${key}`, {
    about,
    count,
    time: formatTime(minute, language),
    zone: city.zones.find(({ id }) => id === zone)?.name[language] ?? zone,
    status: status ? t(`desk.status-${status}`) : '',
  })
  return { text, tone: notNow.has(key) || cautious.has(key) ? 'warn' : 'good' }
}
