import { Router, type Response } from 'express'
import { wordsFor } from '../../language/words.ts'
import { RecoveryCodeUsed, SignInRefused, TooManyTries } from '../../use-cases/staff/errors.ts'
import { giveCode } from '../../use-cases/staff/give-code.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { showStaff } from './frame.ts'
import { localPath } from './next-page.ts'
import { requireSignIn, signInOf } from './require-staff.ts'
import { letIn } from './let-in.ts'
import { formOf, placeOf, textField } from './typed.ts'

/** The second step of a sign-in: the code of the telephone. */
export function codeRoutes(web: Web): Router {
  const router = Router()
  const afterPassword = requireSignIn(web, ['code'])

  router.get('/sign-in/code', afterPassword, (_req, res) => showCode(web, res))

  router.post('/sign-in/code', afterPassword, async (req, res) => {
    const { code } = formOf(req, { code: textField })
    const t = wordsFor(languageOf(res))
    try {
      const token = await giveCode(web.house, web.settings.secret, signInOf(res), { code, address: placeOf(req) })
      await letIn(web, res, token, localPath(req.query['next']))
    } catch (error) {
      if (error instanceof RecoveryCodeUsed) return showCode(web, res, t('sign-in.recovery-used'), 422)
      if (error instanceof SignInRefused) return showCode(web, res, t('sign-in.code-wrong'), 422)
      if (!(error instanceof TooManyTries)) throw error
      res.setHeader('Retry-After', error.seconds)
      return showCode(web, res, t('sign-in.wait', { minutes: Math.ceil(error.seconds / 60) }), 429)
    }
  })

  return router
}

function showCode(web: Web, res: Response, fault?: string, status = 200): Promise<void> {
  const values = {
    title: wordsFor(languageOf(res))('sign-in.code-title'),
    errors: fault === undefined ? [] : [{ field: 'code', text: fault }],
    action: paths.signInCode({ next: localPath(res.req.query['next']) }),
  }
  return showStaff(web, res, 'staff/code', values, status)
}
