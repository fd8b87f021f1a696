import type { Response } from 'express'
import { toString as squareOf } from 'qrcode'
import { wordsFor } from '../../language/words.ts'
import type { TotpOffer } from '../../use-cases/staff/offer-totp.ts'
import { totpAddress } from '../../use-cases/staff/totp.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { showStaff } from './frame.ts'
import { localPath } from './next-page.ts'
import { signInOf } from './require-staff.ts'

/** The page with the square that a telephone takes over; 422 with a fault. */
export async function showOffer(web: Web, res: Response, { secret, offer }: TotpOffer, fault?: string): Promise<void> {
  const { account, stage } = signInOf(res)
  const t = wordsFor(languageOf(res))
  const values = {
    title: t('account.enrol-title'),
    must: stage === 'enrolment',
    square: await squareOf(totpAddress(t('app.name'), account.name, secret), { type: 'svg', margin: 2 }),
    secret: (secret.match(/.{4}/g) ?? []).join(' '),
    offer,
    errors: fault === undefined ? [] : [{ field: 'code', text: fault }],
    action: paths.accountAuthenticator({ next: localPath(res.req.query['next']) }),
  }
  await showStaff(web, res, 'staff/authenticator', values, fault === undefined ? 200 : 422)
}
