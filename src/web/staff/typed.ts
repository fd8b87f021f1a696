import type { Request } from 'express'
import { z } from 'zod'
import { neighbourhoodOf } from '../middleware/rate-limit.ts'

const longestField = 1000

/** What was typed into one field of a form; an empty text where there is none, or where it is no single text. */
export const textField = z
  .string()
  .catch('')
  .transform(text => text.slice(0, longestField))

/** A hidden text that a form brings back as it was; longer than what anybody types. */
export const carriedField = z.string().max(4000).catch('')

/** Reads a form; every field has something to fall back on, so that nothing sent can fail it. */
export function formOf<T extends z.ZodRawShape>(req: Request, fields: T): z.infer<z.ZodObject<T>> {
  return z.object(fields).parse(req.body ?? {})
}

/** Where a request comes from, as tries are counted: an IPv4 address, or 64 bits of an IPv6 address. */
export function placeOf(req: Request): string {
  return neighbourhoodOf(req.ip ?? '')
}
