import type { Request, RequestHandler, Response } from 'express'
import { may } from '../../domain/staff/roles.ts'
import type { Action } from '../../domain/staff/actions.ts'
import type { SignInStage, StaffOnDuty } from '../../domain/staff/staff.ts'
import { recogniseStaff, type Recognised } from '../../use-cases/staff/recognise-staff.ts'
import { NotAllowed, NotSignedIn } from '../faults.ts'
import { isRead } from '../middleware/rate-limit.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { staffTokenOf } from './cookie.ts'
import { asksForPage, localPath, stepPath } from './next-page.ts'
import { staffSettingsOf } from './settings.ts'

export type { StaffOnDuty }

export interface RequireStaffOptions {
  /** The office that a request is about; absent or `undefined`: no particular one. */
  readonly officeOf?: (req: Request) => string | undefined
  readonly departmentOf?: (req: Request) => string | undefined
  /** Asked by a screen, not by a person (live streams, refreshes): keeps nobody signed in, and is never redirected. */
  readonly passive?: boolean
}

/**
 * Lets only those pass who may do this, there; then `staffOf(res)` (`res.locals.staff`) is who it is. Whoever is not
 * signed in is sent to sign in and comes back afterwards; a program, script or stream is answered 401 instead.
 *
 * @throws {NotSignedIn} (401) @throws {NotAllowed} (403) to the error page
 */
export function requireStaff(web: Web, action: Action, options: RequireStaffOptions = {}): RequestHandler {
  return async (req, res, next) => {
    const found = await recognised(web, req, options.passive)
    res.setHeader('Cache-Control', 'no-store')
    if (found?.stage !== 'on-duty') return sendToSignIn(req, res, found?.stage, options.passive)

    const { number, name, initials, roles } = found.account
    res.locals['staff'] = { number, name, initials, roles } satisfies StaffOnDuty
    res.locals['signIn'] = found
    if (!may(roles, action, options.officeOf?.(req), options.departmentOf?.(req))) throw new NotAllowed()
    next()
  }
}

/**
 * Lets those pass whose sign-in has come so far; then `signInOf(res)` is theirs.
 *
 * @param stages  the steps at which a page is of use
 */
export function requireSignIn(web: Web, stages: readonly SignInStage[]): RequestHandler {
  return async (req, res, next) => {
    const found = await recognised(web, req)
    res.setHeader('Cache-Control', 'no-store')
    if (!found || !stages.includes(found.stage)) return sendToSignIn(req, res, found?.stage)
    res.locals['signIn'] = found
    if (found.stage === 'on-duty') res.locals['staff'] = found.account
    next()
  }
}

/** Who is at work, behind `requireStaff`. */
export function staffOf(res: Response): StaffOnDuty {
  return res.locals['staff'] as StaffOnDuty
}

/** The sign-in of a request, behind `requireStaff` or `requireSignIn`. */
export function signInOf(res: Response): Recognised {
  return res.locals['signIn'] as Recognised
}

/** Who sends a request, if anybody of ours. */
export async function recognised(web: Web, req: Request, passive = false): Promise<Recognised | undefined> {
  const token = staffTokenOf(req)
  if (token === undefined) return undefined
  return recogniseStaff(web.house, token, { idleMinutes: staffSettingsOf(web).idleMinutes, passive })
}

function sendToSignIn(req: Request, res: Response, stage: SignInStage | undefined, passive = false): void {
  if (passive || !asksForPage(req)) throw new NotSignedIn()
  const next = isRead(req.method) ? localPath(req.originalUrl) : undefined
  if (stage === 'on-duty') return res.redirect(303, paths.account())
  res.redirect(303, stepPath(stage, next))
}
