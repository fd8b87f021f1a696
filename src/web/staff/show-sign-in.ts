import type { Response } from 'express'
import { wordsFor } from '../../language/words.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { showStaff } from './frame.ts'
import { localPath } from './next-page.ts'
import { staffSettingsOf } from './settings.ts'

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

/** The sign-in page to who must wait before the next try: 429. */
export async function showWait(web: Web, res: Response, name: string, seconds: number): Promise<void> {
  res.setHeader('Retry-After', seconds)
  await showSignIn(web, res, { name, wait: seconds }, 429)
}
