import type { Request, Response } from 'express'
import { z } from 'zod'
import { laterBy } from '../../time.ts'
import { seal, unseal } from '../../use-cases/staff/sealed.ts'
import { cookieOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'

/** The cookie that remembers somebody while they are at the provider. */
export const journeyCookie = 'okienko_elsewhere'
const journeySeconds = 600

const journeyShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string(), until: z.string() })

/** Gives the browser what is to be remembered until the return, closed and for ten minutes. */
export function packJourney(web: Web, res: Response, journey: Omit<z.infer<typeof journeyShape>, 'until'>): void {
  const until = laterBy(web.house.clock.instant(), journeySeconds)
  const value = seal(web.house.random, web.settings.secret, journeyCookie, JSON.stringify({ ...journey, until }))
  res.cookie(journeyCookie, value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: res.req.secure,
    path: paths.signIn(),
    maxAge: journeySeconds * 1000,
  })
}

/** What a browser was given to remember; `undefined` if it has none, it is not ours, or it is too old. */
export function unpackJourney(web: Web, req: Request): z.infer<typeof journeyShape> | undefined {
  const packed = cookieOf(req.headers.cookie, journeyCookie)
  const text = packed === undefined ? undefined : unseal(web.settings.secret, journeyCookie, packed)
  if (text === undefined) return undefined
  const journey = journeyShape.parse(JSON.parse(text))
  return web.house.clock.instant() < journey.until ? journey : undefined
}

/** Where the provider is to send somebody back to. */
export function returnAddress(web: Web, req: Request): string {
  return `${web.settings.baseUrl ?? `${req.protocol}://${req.headers.host ?? 'localhost'}`}${paths.signInCallback()}`
}
