import { z } from 'zod'
import { namedAnswers } from './answers.ts'
import type { Call } from './call.ts'
import { calls } from './calls.ts'

/** The OpenAPI 3.1 document, made of the same schemas that read requests. */
export function openApi() {
  const paths: Record<string, Record<string, object>> = {}
  for (const call of calls) paths[call.path] = { ...paths[call.path], [call.method]: operation(call) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Okienko',
      version: '1',
      description: 'Visits to the city hall: what is free, and booking it. Times are by the clock of the office.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: components(),
      securitySchemes: { secret: { type: 'http', scheme: 'bearer', description: 'The secret of one booking or hold.' } },
    },
  }
}

/** A schema as JSON Schema, as it is sent or as it is answered. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', override: lenient })
  return rest
}

const referenceTo = new Map<z.ZodType, string>(
  Object.entries(namedAnswers).map(([name, schema]) => [schema, `#/components/schemas/${name}`]),
)

function components() {
  return Object.fromEntries(Object.entries(namedAnswers).map(([name, schema]) => [name, jsonSchema(schema, 'output')]))
}

function operation(call: Call): object {
  return {
    operationId: call.name,
    summary: call.summary,
    ...(call.description !== undefined && { description: call.description }),
    ...(call.secret && { security: call.secret === 'needed' ? [{ secret: [] }] : [{}, { secret: [] }] }),
    parameters: [
      ...parameters('path', call.inPath),
      ...parameters('query', call.inQuery),
      ...(call.idempotent ? [idempotencyKey] : []),
    ],
    ...(call.body && { requestBody: { required: true, content: { 'application/json': body(call.body, call.exampleBody) } } }),
    responses: responses(call),
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'A long random text; the same request sent again under it gets the same answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

function parameters(place: 'path' | 'query', schema: z.ZodObject | undefined): object[] {
  if (!schema) return []
  const { properties = {} } = jsonSchema(schema, 'input') as { properties?: Record<string, { description?: string }> }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    ...(place === 'path' && { required: true }),
    ...(description !== undefined && { description }),
    schema: rest,
  }))
}

function body(schema: z.ZodType, example: object | undefined): object {
  return { schema: jsonSchema(schema, 'input'), ...(example && { example }) }
}

function responses(call: Call): object {
  const own: Record<string, object> = {}
  for (const [status, { what, schema }] of Object.entries(call.answers)) own[status] = response(Number(status), what, schema)
  return { ...own, default: response(400, 'Something is wrong: see `status` and `detail`.', undefined) }
}

function response(status: number, description: string, schema: z.ZodType | undefined): object {
  if (schema) return { description, content: { 'application/json': { schema: answered(schema) } } }
  if (status < 400) return { description }
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
}

function answered(schema: z.ZodType): object {
  if (schema instanceof z.ZodArray) return { type: 'array', items: answered(schema.element as z.ZodType) }
  const reference = referenceTo.get(schema)
  return reference === undefined ? jsonSchema(schema, 'output') : { $ref: reference }
}

/** Answers may gain fields, and fields that nobody knows are passed over in what is sent. */
function lenient({ jsonSchema: made }: { jsonSchema: { additionalProperties?: unknown } }): void {
  if (made.additionalProperties === false) delete made.additionalProperties
}
