import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { laterBy } from '../../time.ts'
import { SignInRefused } from '../../use-cases/staff/errors.ts'
import { seal, unseal } from '../../use-cases/staff/sealed.ts'
import { signInByProvider } from '../../use-cases/staff/sign-in-by-provider.ts'
import { cookieOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { localPath } from './next-page.ts'
import { arrival, departure, providerOf } from './oidc.ts'
import { staffSettingsOf } from './settings.ts'
import { letIn, showSignIn } from './sign-in.ts'

const journeyCookie = 'okienko_elsewhere'
const journeySeconds = 600

/** Signing in on the word of another provider, if one is set. */
export function elsewhereRoutes(web: Web): Router {
  const router = Router()
  const settings = staffSettingsOf(web).oidc
  if (!settings) return router
  const provider = providerOf(settings)

  router.get('/sign-in/elsewhere', async (req, res) => {
    const known = await provider().catch((error: unknown) => noteTrouble(web, error))
    if (!known) return showSignIn(web, res, { fault: 'sign-in.elsewhere-down' }, 503)
    const { address, journey } = await departure(known, returnAddress(web, req))
    packJourney(web, res, { ...journey, next: localPath(req.query['next']) ?? '' })
    res.setHeader('Cache-Control', 'no-store')
    res.redirect(303, address)
  })

  router.get('/sign-in/callback', async (req, res) => {
    const journey = unpackJourney(web, req)
    res.clearCookie(journeyCookie, { path: paths.signIn() })
    const known = journey && (await provider().catch((error: unknown) => noteTrouble(web, error)))
    if (!known) return showSignIn(web, res, { fault: 'sign-in.elsewhere-failed' }, 422)
    try {
      const here = new URL(req.originalUrl, returnAddress(web, req))
      const proved = await arrival(known, settings.nameClaim, here, journey)
      await letIn(web, res, await signInByProvider(web.house, proved), localPath(journey.next))
    } catch (error) {
      if (!(error instanceof SignInRefused)) noteTrouble(web, error)
      return showSignIn(web, res, { fault: 'sign-in.elsewhere-failed' }, 422)
    }
  })

  return router
}

const journeyShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string(), until: z.string() })

function packJourney(web: Web, res: Response, journey: Omit<z.infer<typeof journeyShape>, 'until'>): void {
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

function unpackJourney(web: Web, req: Request): z.infer<typeof journeyShape> | undefined {
  const packed = cookieOf(req.headers.cookie, journeyCookie)
  const text = packed === undefined ? undefined : unseal(web.settings.secret, journeyCookie, packed)
  if (text === undefined) return undefined
  const journey = journeyShape.parse(JSON.parse(text))
  return web.house.clock.instant() < journey.until ? journey : undefined
}

function returnAddress(web: Web, req: Request): string {
  return `${web.settings.baseUrl ?? `${req.protocol}://${req.headers.host ?? 'localhost'}`}${paths.signInCallback()}`
}

function noteTrouble(web: Web, error: unknown): undefined {
  const { name, code } = error as { name?: string; code?: string }
  web.logger.warn({ name, code }, 'the sign-in provider could not be asked')
}
