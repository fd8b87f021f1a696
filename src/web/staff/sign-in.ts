import { Router, type Request } from 'express'
import { SignInRefused, TooManyTries } from '../../use-cases/staff/errors.ts'
import { signIn } from '../../use-cases/staff/sign-in.ts'
import { signOut } from '../../use-cases/staff/sign-out.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { dropStaffToken } from './cookie.ts'
import { localPath, nextPage } from './next-page.ts'
import { recognised } from './require-staff.ts'
import { formOf, placeOf, textField } from './typed.ts'
import { showSignIn, showWait } from './show-sign-in.ts'
import { letIn } from './let-in.ts'

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

/** A browser has one sign-in: the one it had before ends. */
async function endFormer(web: Web, req: Request): Promise<void> {
  const former = await recognised(web, req)
  if (former) await signOut(web.house, former)
}
