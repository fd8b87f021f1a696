import { Router } from 'express'
import { SignInRefused } from '../../use-cases/staff/errors.ts'
import { signInByProvider } from '../../use-cases/staff/sign-in-by-provider.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { localPath } from './next-page.ts'
import { arrival, departure, providerOf } from './oidc.ts'
import { staffSettingsOf } from './settings.ts'
import { letIn } from './let-in.ts'
import { showSignIn } from './show-sign-in.ts'
import { journeyCookie, packJourney, unpackJourney, returnAddress } from './journey.ts'

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

function noteTrouble(web: Web, error: unknown): undefined {
  const { name, code } = error as { name?: string; code?: string }
  web.logger.warn({ name, code }, 'the sign-in provider could not be asked')
}
