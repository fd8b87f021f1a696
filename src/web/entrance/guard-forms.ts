import type { Request } from 'express'
import { z } from 'zod'
import type { Heads } from '../../domain/queue/room-heads.ts'
import type { Said } from '../../use-cases/entrance/said.ts'

/** What a form of the guard's screen says, or which field of it cannot be used. */
export type Sent<T> = { readonly asked: T } | { readonly fault: string }

const eventId = z.string().regex(/^[\w-]{8,36}$/)
const reason = z.string().trim().max(200).catch('')
const number = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)

const said = z.object({
  event: eventId,
  reason,
  doneAt: z.iso.datetime({ precision: 3 }).optional().catch(undefined),
})

// Made once: zod takes longer to make a shape than to read by it.
const scan = said.extend({ code: z.string().trim().min(1).max(500), leaves: z.string().optional().catch(undefined) })
const people = said.extend({
  way: z.enum(['in', 'out']),
  persons: number.catch(1).transform(persons => Math.max(1, persons)),
  exempt: z.string().optional().catch(undefined),
})
const counted = said.extend({ zone: z.string().min(1).max(100), persons: number, exempt: number })

/** A code that was scanned or typed; with `leaves` they go out by it. */
export function readScan(req: Request): Sent<{ code: string; leaves: boolean; said: Said }> {
  const read = scan.safeParse(req.body ?? {})
  if (!read.success) return faultIn(read.error)
  return { asked: { code: read.data.code, leaves: read.data.leaves === '1', said: saidIn(read.data) } }
}

/** People without a code, in or out. */
export function readHeads(req: Request): Sent<{ way: 'in' | 'out'; heads: Heads; said: Said }> {
  const read = people.safeParse(req.body ?? {})
  if (!read.success) return faultIn(read.error)
  const { way, persons, exempt } = read.data
  return { asked: { way, heads: { bodies: persons, counted: exempt === '1' ? 0 : persons }, said: saidIn(read.data) } }
}

/** A zone counted anew. */
export function readRecount(req: Request): Sent<{ zoneId: string; heads: Heads; said: Said & { readonly reason: string } }> {
  const read = counted.safeParse(req.body ?? {})
  if (!read.success) return faultIn(read.error)
  const { zone, persons, exempt, reason: why } = read.data
  if (exempt > persons) return { fault: 'exempt' }
  if (why === '') return { fault: 'reason' }
  const heads = { bodies: persons, counted: persons - exempt }
  return { asked: { zoneId: zone, heads, said: { ...saidIn(read.data), reason: why } } }
}

/** Whether a script asks, for the part of the page that changes. */
export function wantsFragment(req: Request): boolean {
  return (req.body as { fragment?: unknown } | undefined)?.fragment === '1'
}

/** The event whose answer a page is asked to show. */
export function eventNamed(req: Request): string | undefined {
  const named = eventId.safeParse(req.query['event'])
  return named.success ? named.data : undefined
}

function saidIn(form: z.infer<typeof said>): Said {
  return {
    eventId: form.event,
    ...(form.reason !== '' && { reason: form.reason }),
    ...(form.doneAt !== undefined && { doneAt: form.doneAt }),
  }
}

function faultIn(error: z.ZodError): { fault: string } {
  return { fault: String(error.issues[0]?.path[0] ?? 'event') }
}
