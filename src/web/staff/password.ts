import { Router, type Response } from 'express'
import { wordsFor } from '../../language/words.ts'
import { changePassword } from '../../use-cases/staff/change-password.ts'
import { PasswordRefused, TooManyTries } from '../../use-cases/staff/errors.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { showStaff } from './frame.ts'
import { localPath, nextPage } from './next-page.ts'
import { recognised, requireSignIn, signInOf } from './require-staff.ts'
import { formOf, placeOf, textField } from './typed.ts'

/** Changing one's own password: by choice, or because the first one was somebody else's. */
export function passwordRoutes(web: Web): Router {
  const router = Router()
  const signedIn = requireSignIn(web, ['password', 'on-duty'])

  router.get('/account/password', signedIn, (_req, res) => showPassword(web, res))

  router.post('/account/password', signedIn, async (req, res) => {
    const { old, wanted, again } = formOf(req, { old: textField, wanted: textField, again: textField })
    const t = wordsFor(languageOf(res))
    if (wanted !== again) return showPassword(web, res, { field: 'again', text: t('account.fault-unequal') })
    try {
      await changePassword(web.house, signInOf(res), { old, wanted, address: placeOf(req) })
    } catch (error) {
      if (error instanceof PasswordRefused) return showPassword(web, res, faultOf(error))
      if (!(error instanceof TooManyTries)) throw error
      res.setHeader('Retry-After', error.seconds)
      const text = t('sign-in.wait', { minutes: Math.ceil(error.seconds / 60) })
      return showPassword(web, res, { field: 'old', text }, 429)
    }
    const byChoice = signInOf(res).stage === 'on-duty' ? paths.account() : undefined
    const found = await recognised(web, req)
    res.redirect(303, found ? nextPage(found, localPath(req.query['next']) ?? byChoice) : paths.signIn())

    function faultOf({ fault }: PasswordRefused) {
      return { field: fault === 'wrong-old' ? 'old' : 'wanted', text: t(`account.fault-${fault}`) }
    }
  })

  return router
}

function showPassword(web: Web, res: Response, error?: { field: string; text: string }, status = 422): Promise<void> {
  const values = {
    title: wordsFor(languageOf(res))('account.password-title'),
    must: signInOf(res).stage === 'password',
    name: signInOf(res).account.name,
    errors: error ? [error] : [],
    action: paths.accountPassword({ next: localPath(res.req.query['next']) }),
  }
  return showStaff(web, res, 'staff/password', values, error ? status : 200)
}
