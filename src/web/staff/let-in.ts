import type { Response } from 'express'
import { SignInRefused } from '../../use-cases/staff/errors.ts'
import { recogniseStaff } from '../../use-cases/staff/recognise-staff.ts'
import type { Web } from '../web.ts'
import { keepStaffToken } from './cookie.ts'
import { nextPage } from './next-page.ts'
import { staffSettingsOf } from './settings.ts'

/** Gives the browser its new token and sends it on: to the next step, or where it wanted to go. */
export async function letIn(web: Web, res: Response, token: string, next: string | undefined): Promise<void> {
  const found = await recogniseStaff(web.house, token, staffSettingsOf(web))
  if (!found) throw new SignInRefused()
  keepStaffToken(res, token)
  res.redirect(303, nextPage(found, next))
}
