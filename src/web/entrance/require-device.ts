import type { Request, RequestHandler, Response } from 'express'
import type { Device, DeviceKind } from '../../domain/entrance/device.ts'
import { recogniseDevice } from '../../use-cases/entrance/recognise-device.ts'
import { NotAllowed, NotSignedIn } from '../faults.ts'
import { cookieOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { asksForPage } from '../staff/next-page.ts'
import type { Web } from '../web.ts'

const deviceCookie = 'okienko_device'
/** Browsers keep a cookie for 400 days at most; it is given anew with each page. */
const cookieDays = 400

/**
 * Lets only devices of these kinds pass; then `deviceOf(res)` is which. A stranger, or a device that was revoked, is sent
 * to where a code is typed; a script or stream is answered 401 instead.
 *
 * @throws {NotSignedIn} (401) @throws {NotAllowed} (403) if the device is for something else
 */
export function requireDevice(web: Web, ...kinds: readonly DeviceKind[]): RequestHandler {
  return async (req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    const credential = credentialOf(req)
    const device = credential === undefined ? undefined : await recogniseDevice(web.house, credential)
    if (credential === undefined || !device) return sendToEnrol(req, res)

    if (!kinds.includes(device.kind)) throw new NotAllowed()
    res.locals['device'] = device
    if (asksForPage(req)) keepCredential(res, credential)
    next()
  }
}

/** Which device it is, behind `requireDevice`. */
export function deviceOf(res: Response): Device {
  return res.locals['device'] as Device
}

/** The device that sends a request, whatever it is for; `undefined` for a stranger. */
export async function recognisedDevice(web: Web, req: Request): Promise<Device | undefined> {
  const credential = credentialOf(req)
  return credential === undefined ? undefined : recogniseDevice(web.house, credential)
}

/** Lets a browser be known as a device, for as long as it comes back within a year. */
export function keepCredential(res: Response, credential: string): void {
  res.cookie(deviceCookie, credential, {
    httpOnly: true,
    sameSite: 'strict',
    secure: res.req.secure,
    path: '/',
    maxAge: cookieDays * 86_400_000,
  })
}

function credentialOf(req: Request): string | undefined {
  return cookieOf(req.headers.cookie, deviceCookie)
}

function sendToEnrol(req: Request, res: Response): void {
  if (!asksForPage(req)) throw new NotSignedIn()
  res.redirect(303, paths.entranceEnrol())
}
