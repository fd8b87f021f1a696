import type { Request, Response } from 'express'
import { cookieOf } from '../middleware/language.ts'

/** The cookie that says who works here; nothing can be read from its value. */
export const staffCookie = 'okienko_staff'

/** The token in a request's cookie. */
export function staffTokenOf(req: Request): string | undefined {
  return cookieOf(req.headers.cookie, staffCookie)
}

/** Gives the browser a token until it is closed. */
export function keepStaffToken(res: Response, token: string): void {
  res.cookie(staffCookie, token, optionsFor(res))
}

/** Takes the token away again. */
export function dropStaffToken(res: Response): void {
  res.clearCookie(staffCookie, optionsFor(res))
}

function optionsFor(res: Response) {
  return { httpOnly: true, sameSite: 'lax', secure: res.req.secure, path: '/' } as const
}
