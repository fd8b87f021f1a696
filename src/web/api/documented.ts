import type { z } from 'zod'
import type { Call } from './call.ts'
import { exampleAnswers } from './examples.ts'
import { jsonSchema } from './openapi.ts'

/** One call as the documentation shows it: finished texts, nothing to decide. */
export interface Documented {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly description: string | undefined
  /** Who may call it, in words. */
  readonly access: string
  /** Parameters, and each shape that the body may have. */
  readonly tables: readonly { readonly caption: string; readonly rows: readonly Row[] }[]
  /** A command that calls it, to be typed after `curl`. */
  readonly example: string
  readonly answers: readonly { readonly status: string; readonly what: string }[]
  readonly exampleAnswer: string
}

export interface Row {
  readonly name: string
  readonly where: string
  readonly required: boolean
  readonly type: string
  readonly what: string
}

/** Makes the documentation of a call from its schemas. */
export function documented(call: Call): Documented {
  return {
    name: call.name,
    method: call.method.toUpperCase(),
    path: `/api/v1${call.path}`,
    summary: call.summary,
    description: call.description,
    access: accessOf(call),
    tables: tablesOf(call),
    example: exampleOf(call),
    answers: Object.entries(call.answers).map(([status, { what }]) => ({ status, what })),
    exampleAnswer: JSON.stringify(exampleAnswers[call.name], undefined, 2),
  }
}

function tablesOf(call: Call): Documented['tables'] {
  const parameters = [...rowsOf(call.inPath, 'address', true), ...rowsOf(call.inQuery, 'query', false), ...headerRows(call)]
  const bodies = variantsOf(call.body).map((variant, index) => ({
    caption: index === 0 ? 'Body' : 'Another body',
    rows: rows(variant, 'body', undefined),
  }))
  return [{ caption: 'Parameters', rows: parameters }, ...bodies].filter(table => table.rows.length > 0)
}

interface Shape {
  readonly type?: string
  readonly format?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly items?: Shape
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
}

function rowsOf(schema: z.ZodObject | undefined, where: string, required: boolean): Row[] {
  return schema ? rows(jsonSchema(schema, 'input'), where, required) : []
}

function rows({ properties = {}, required = [] }: Shape, where: string, allRequired: boolean | undefined): Row[] {
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    where,
    required: allRequired ?? required.includes(name),
    type: typeOf(shape),
    what: [shape.description, defaultOf(shape), exampleValues(shape)].filter(Boolean).join(' '),
  }))
}

function headerRows(call: Call): Row[] {
  const key = {
    name: 'Idempotency-Key',
    where: 'header',
    required: false,
    type: 'text',
    what: 'Long and random, one for each booking.',
  }
  return call.idempotent ? [key] : []
}

function variantsOf(schema: z.ZodType | undefined): Shape[] {
  if (!schema) return []
  const shape: Shape = jsonSchema(schema, 'input')
  return shape.anyOf ? [...shape.anyOf] : [shape]
}

function typeOf(shape: Shape): string {
  if (shape.enum) return shape.enum.join(' | ')
  if (shape.anyOf) return shape.anyOf.map(typeOf).join(' or ')
  if (shape.type === 'array') return `list of ${typeOf(shape.items ?? {})}`
  if (shape.type === 'string') return shape.format === 'date' ? 'date' : 'text'
  return shape.type === 'integer' ? 'whole number' : (shape.type ?? 'any')
}

function defaultOf({ default: value }: Shape): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? `Default: ${value}.` : undefined
}

function exampleValues({ examples }: Shape): string | undefined {
  return examples && `For example ${examples.map(each => JSON.stringify(each)).join(' or ')}.`
}

function accessOf(call: Call): string {
  if (call.open) return 'Open data, for any program and any site.'
  if (call.secret === 'needed') return 'Needs the secret of the booking: Authorization: Bearer <secret>.'
  return 'Open to any program.'
}

function exampleOf(call: Call): string {
  const path = call.path
    .replace('{office}', 'CA')
    .replace('{service}', 'sa-id-apply')
    .replace('{date}', '2020-05-25')
    .replace('{reference}', '7K2M-9QXD')
  const parts = [
    call.method === 'post' ? '-X POST ' : '',
    call.secret === 'needed' ? "-H 'Authorization: Bearer dGhpcyBpcyBub3Qgb25l' " : '',
    call.idempotent ? "-H 'Idempotency-Key: 0b4c7f52-6f0e-4e0b-9a55-3f1c2d8e7a90' " : '',
    call.exampleBody ? `-H 'Content-Type: application/json' -d '${JSON.stringify(call.exampleBody)}' ` : '',
  ]
  const query = call.name === 'listTimes' ? '?from=2020-05-25&to=2020-05-26&office=CA' : ''
  return `${parts.join('')}'/api/v1${path}${query}'`
}
