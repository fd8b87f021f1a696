import { Router } from 'express'
import { wordsFor } from '../../language/words.ts'
import { enrolTotp } from '../../use-cases/staff/enrol-totp.ts'
import { offerTotp, openOffer } from '../../use-cases/staff/offer-totp.ts'
import { SignInRefused } from '../../use-cases/staff/errors.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { showCodes } from './account.ts'
import { keepStaffToken } from './cookie.ts'
import { localPath, nextPage } from './next-page.ts'
import { requireSignIn, signInOf } from './require-staff.ts'
import { carriedField, formOf, textField } from './typed.ts'
import { showOffer } from './show-offer.ts'

/** Making a telephone known, whose codes are then asked for at every sign-in. */
export function authenticatorRoutes(web: Web): Router {
  const router = Router()
  const { secret: key } = web.settings
  const signedIn = requireSignIn(web, ['enrolment', 'on-duty'])

  router.get('/account/authenticator', signedIn, (_req, res) => {
    return showOffer(web, res, offerTotp(web.house, key, signInOf(res)))
  })

  router.post('/account/authenticator', signedIn, async (req, res) => {
    const form = formOf(req, { offer: carriedField, code: textField })
    const t = wordsFor(languageOf(res))
    const found = signInOf(res)
    const offered = openOffer(web.house, key, found, form.offer)
    if (!offered) return showOffer(web, res, offerTotp(web.house, key, found), t('account.enrol-stale'))
    try {
      const { token, codes } = await enrolTotp(web.house, key, found, { secret: offered.secret, code: form.code })
      keepStaffToken(res, token)
      const byChoice = found.stage === 'on-duty' ? paths.account() : undefined
      const next = localPath(req.query['next']) ?? byChoice
      await showCodes(web, res, codes, nextPage({ stage: 'on-duty', account: found.account }, next))
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error
      return showOffer(web, res, offered, t('sign-in.code-wrong'))
    }
  })

  return router
}
