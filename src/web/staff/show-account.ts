import type { Response } from 'express'
import { wordsFor } from '../../language/words.ts'
import { cityIfAny } from '../../use-cases/staff/city-if-any.ts'
import { ownAccount } from '../../use-cases/staff/own-account.ts'
import { languageOf } from '../middleware/language.ts'
import type { Web } from '../web.ts'
import { instantInWords, showStaff } from './frame.ts'
import { signInOf } from './require-staff.ts'
import { roleInWords } from './role-words.ts'
import { staffSettingsOf } from './settings.ts'

/** Somebody's own account: their roles, their second step, and where else they are signed in. */
export async function showAccount(web: Web, res: Response): Promise<void> {
  const found = signInOf(res)
  const language = languageOf(res)
  const city = await cityIfAny(web.house)
  const { signIns, codesLeft } = await ownAccount(web.house, found, staffSettingsOf(web).idleMinutes)
  await showStaff(web, res, 'staff/account', {
    title: wordsFor(language)('account.title'),
    name: found.account.name,
    roles: found.account.roles.map(held => roleInWords(held, city, language)),
    hasSecondStep: found.account.hasSecondStep,
    ownPassword: found.signIn.via === 'password',
    codesLeft,
    signIns: signIns.map(each => ({
      here: each.number === found.signIn.number,
      from: instantInWords(each.createdAt, city, language),
      last: instantInWords(each.lastSeenAt, city, language),
    })),
  })
}
