import type { Request, Response } from 'express'
import type { z } from 'zod'
import { WrongFields, WrongMedia } from '../faults.ts'
import type { Web } from '../web.ts'
import { wrongValue } from './wrong-value.ts'

/** One call of the API: what it is for, what it reads, what it answers, and how. The routes and the document are made of these. */
export interface Call {
  readonly method: 'get' | 'post'
  /** Below `/api/v1`, as OpenAPI writes it: `/offices/{office}`. */
  readonly path: string
  readonly name: string
  readonly summary: string
  readonly description?: string
  /** Open data: any site may read it. */
  readonly open: boolean
  /** Whether it needs the booking's secret as `Authorization: Bearer`. */
  readonly secret?: 'needed' | 'accepted'
  readonly idempotent?: true
  readonly inPath?: z.ZodObject
  readonly inQuery?: z.ZodObject
  readonly body?: z.ZodType
  readonly exampleBody?: object
  readonly answers: Readonly<Record<number, { readonly what: string; readonly schema?: z.ZodType }>>
  readonly run: (web: Web, req: Request, res: Response) => Promise<void> | void
}

/** Reads what was sent by its schema. @throws {WrongFields} naming every value that cannot be used */
export function read<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const parsed = schema.safeParse(sent, reading)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(issue => [issue.path.map(String).join('.') || 'body', issue.message])
  throw new WrongFields(Object.fromEntries(fields) as Record<string, string>)
}

/** `async` is what zod adds to its copy. V8 makes a new kind of object of each copy to which something is added. */
const reading = { error: wrongValue, async: false }

/** Reads the body of a request. @throws {WrongMedia} if it is no JSON, {WrongFields} likewise */
export function readBody<Schema extends z.ZodType>(schema: Schema, req: Request): z.output<Schema> {
  if (req.body === undefined && req.headers['content-type'] !== undefined && !req.is('application/json')) throw new WrongMedia()
  return read(schema, req.body)
}
