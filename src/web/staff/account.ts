import { Router, type Response } from 'express'
import { wordsFor } from '../../language/words.ts'
import { giveRecoveryCodes } from '../../use-cases/staff/new-recovery-codes.ts'
import { endOtherSignIns } from '../../use-cases/staff/own-account.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { showStaff } from './frame.ts'
import { requireSignIn, signInOf } from './require-staff.ts'
import { showAccount } from './show-account.ts'

/** Somebody's own account. */
export function accountRoutes(web: Web): Router {
  const router = Router()
  const onDuty = requireSignIn(web, ['on-duty'])

  router.get('/account', onDuty, (_req, res) => showAccount(web, res))

  router.post('/account/sign-ins/ending', onDuty, async (_req, res) => {
    await endOtherSignIns(web.house, signInOf(res))
    res.redirect(303, paths.account())
  })

  router.post('/account/recovery-codes', onDuty, async (_req, res) => {
    if (!signInOf(res).account.hasSecondStep) return res.redirect(303, paths.accountAuthenticator())
    await showCodes(web, res, await giveRecoveryCodes(web.house, signInOf(res)), paths.account())
  })

  return router
}

/** The page that shows new recovery codes, once. */
export function showCodes(web: Web, res: Response, codes: readonly string[], next: string): Promise<void> {
  return showStaff(web, res, 'staff/recovery-codes', { title: wordsFor(languageOf(res))('account.codes-title'), codes, next })
}
