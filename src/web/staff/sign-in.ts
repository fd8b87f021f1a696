import { Router, type Request, type Response } from 'express'
import { wordsFor } from '../../language/words.ts'
import { SignInRefused, TooManyTries } from '../../use-cases/staff/errors.ts'
import { recogniseStaff } from '../../use-cases/staff/recognise-staff.ts'
import { signIn } from '../../use-cases/staff/sign-in.ts'
import { signOut } from '../../use-cases/staff/sign-out.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { dropStaffToken, keepStaffToken } from './cookie.ts'
import { showStaff } from './frame.ts'
import { localPath, nextPage } from './next-page.ts'
import { recognised } from './require-staff.ts'
import { staffSettingsOf } from './settings.ts'
import { formOf, placeOf, textField } from './typed.ts'

/** Signing in by name and password, and signing out. */
export function signInRoutes(web: Web): Router {
  const router = Router()

  router.get('/sign-in', async (req, res) => {
    const found = await recognised(web, req)
    if (found) return res.redirect(303, nextPage(found, localPath(req.query['next'])))
    await showSignIn(web, res, {})
  })

  router.post('/sign-in', async (req, res) => {
    const { name, password } = formOf(req, { name: textField, password: textField })
    try {
      const token = await signIn(web.house, { name, password, address: placeOf(req) })
      await endFormer(web, req)
      await letIn(web, res, token, localPath(req.query['next']))
    } catch (error) {
      if (error instanceof SignInRefused) return showSignIn(web, res, { name, fault: 'sign-in.refused' }, 422)
      if (error instanceof TooManyTries) return showWait(web, res, name, error.seconds)
      throw error
    }
  })

  router.post('/sign-out', async (req, res) => {
    await endFormer(web, req)
    dropStaffToken(res)
    res.redirect(303, paths.signIn())
  })

  return router
}

/** Gives the browser its new token and sends it on: to the next step, or where it wanted to go. */
export async function letIn(web: Web, res: Response, token: string, next: string | undefined): Promise<void> {
  const found = await recogniseStaff(web.house, token, staffSettingsOf(web))
  if (!found) throw new SignInRefused()
  keepStaffToken(res, token)
  res.redirect(303, nextPage(found, next))
}

/** What the sign-in page is shown again with. */
export interface SignInAgain {
  readonly name?: string
  readonly fault?: 'sign-in.refused' | 'sign-in.elsewhere-failed' | 'sign-in.elsewhere-down'
  readonly wait?: number
}

/** The sign-in page, with what was typed (never the password) and what was wrong. */
export async function showSignIn(web: Web, res: Response, { name = '', fault, wait }: SignInAgain, status = 200): Promise<void> {
  const t = wordsFor(languageOf(res))
  const next = localPath(res.req.query['next'])
  const text = wait === undefined ? fault && t(fault) : t('sign-in.wait', { minutes: Math.ceil(wait / 60) })
  await showStaff(
    web,
    res,
    'staff/sign-in',
    {
      title: t('sign-in.title'),
      name,
      errors: text === undefined ? [] : [{ field: 'name', text }],
      action: paths.signIn({ next }),
      elsewhere: staffSettingsOf(web).oidc && paths.signInElsewhere({ next }),
    },
    status,
  )
}

async function showWait(web: Web, res: Response, name: string, seconds: number): Promise<void> {
  res.setHeader('Retry-After', seconds)
  await showSignIn(web, res, { name, wait: seconds }, 429)
}

/** A browser has one sign-in: the one it had before ends. */
async function endFormer(web: Web, req: Request): Promise<void> {
  const former = await recognised(web, req)
  if (former) await signOut(web.house, former)
}
