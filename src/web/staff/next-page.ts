import type { Request } from 'express'
import { may } from '../../domain/staff/roles.ts'
import type { SignInStage } from '../../domain/staff/staff.ts'
import type { Recognised } from '../../use-cases/staff/recognise-staff.ts'
import { paths } from '../paths.ts'

/** A path of this site to come back to; `undefined` for anything that could lead elsewhere, or round in a circle. */
export function localPath(typed: unknown): string | undefined {
  if (typeof typed !== 'string' || typed.length > 500) return undefined
  if (!/^\/(?![/\\])[\u0021-\u007e]*$/.test(typed) || typed.includes('\\')) return undefined
  const { origin, pathname, search } = new URL(typed, 'http://here.invalid')
  if (origin !== 'http://here.invalid' || pathname.startsWith('//')) return undefined
  return pathname.startsWith(paths.signIn()) ? undefined : `${pathname}${search}`
}

/** Where the next step of a sign-in is done. */
export function stepPath(stage: SignInStage | undefined, next: string | undefined): string {
  if (stage === 'code') return paths.signInCode({ next })
  if (stage === 'password') return paths.accountPassword({ next })
  if (stage === 'enrolment') return paths.accountAuthenticator({ next })
  return paths.signIn({ next })
}

/** Where somebody goes from here: the next step, the page they wanted, or where their work begins. */
export function nextPage({ stage, account }: Pick<Recognised, 'stage' | 'account'>, next: string | undefined): string {
  if (stage !== 'on-duty') return stepPath(stage, next)
  if (next !== undefined) return next
  return may(account.roles, 'see-manage') ? paths.manage() : paths.desk()
}

/** Whether whoever asks can be sent to another page: a person in a browser, not a program, a script or a stream. */
export function asksForPage(req: Request): boolean {
  const mode = req.headers['sec-fetch-mode']
  if (mode !== undefined && mode !== 'navigate') return false
  return req.accepts(['html', 'json', 'text/event-stream']) === 'html'
}
