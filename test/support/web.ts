import assert from 'node:assert/strict'
import type { Express } from 'express'
import type { Knex } from 'knex'
import { pino, type Logger } from 'pino'
import request, { type Response } from 'supertest'
import type { z } from 'zod'
import type { City } from '../../src/domain/city.ts'
import { createApp } from '../../src/web/app.ts'
import type { WebSettings } from '../../src/web/web.ts'
import { aHouse, type TestHouse } from './house.ts'

/** The whole web on a test's house. */
export interface TestWeb {
  readonly house: TestHouse
  readonly app: Express
  readonly get: (path: string) => request.Test
  readonly post: (path: string) => request.Test
}

export const testSecret = 'a secret of the tests, long enough'

/** The web on a database with a city in it; no rate limits, no log. */
export async function aWeb(
  db: Knex,
  { city, now, logger, ...settings }: Partial<WebSettings> & { city?: City; now?: string; logger?: Logger } = {},
): Promise<TestWeb> {
  const house = await aHouse(db, city, now)
  const app = createApp(house, someSettings(settings), logger ?? pino({ level: 'silent' }))
  return { house, app, get: path => request(app).get(path), post: path => request(app).post(path) }
}

export function someSettings(changes: Partial<WebSettings> = {}): WebSettings {
  return {
    secret: testSecret,
    trustProxy: 0,
    readsPerMinute: 0,
    bookingsPerMinute: 0,
    mails: true,
    processMetrics: false,
    reloadViews: false,
    ...changes,
  }
}

/** The body of an answer, which must be this and nothing besides. */
export function held<Schema extends z.ZodType>(schema: Schema, { body }: Response): z.output<Schema> {
  const parsed = schema.parse(body)
  assert.deepEqual(parsed, body)
  return parsed
}
