import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Minute, OfficeDate } from '../../domain/calendar.ts'
import type { Status } from '../../domain/booking/status.ts'
import type { Printing } from '../../use-cases/entrance/print-slip.ts'
import type { Web } from '../web.ts'

/** What a kiosk has answered. Nothing of it says who somebody is. */
export type KioskAnswer =
  | {
      readonly kind: 'ticket'
      readonly booking: number
      readonly how: 'checked-in' | 'already' | 'walk-in'
      readonly lateMinutes?: number
      readonly asWalkIn?: boolean
      readonly printing: Printing
    }
  | { readonly kind: 'too-early'; readonly opensAt: Minute }
  | { readonly kind: 'wrong-office'; readonly officeId: string; readonly date: OfficeDate; readonly start: Minute }
  | { readonly kind: 'wrong-day'; readonly date: OfficeDate; readonly start: Minute }
  | { readonly kind: 'over'; readonly status: Status }
  | { readonly kind: 'too-late'; readonly byMinutes: number; readonly serviceId: string }
  | { readonly kind: 'booked'; readonly booking: number; readonly printing: Printing }
  | { readonly kind: 'note'; readonly printing: Printing }

/** An answer is on the glass for so long at most, reloads included. */
const validMs = 180_000

/**
 * An answer as part of an address, sealed, so that the screen can be loaded again without anything being done again.
 *
 * @param deviceNumber  on no other kiosk does it show anything
 */
export function sealedAnswer(web: Web, deviceNumber: number, answer: KioskAnswer): string {
  const text = Buffer.from(JSON.stringify({ at: web.house.clock.instant(), answer })).toString('base64url')
  return `${text}.${sealOf(web, deviceNumber, text)}`
}

/** The answer in an address; `undefined` if it is not genuine or too old. */
export function openedAnswer(web: Web, deviceNumber: number, sealed: string): KioskAnswer | undefined {
  const [text = '', seal = ''] = sealed.slice(0, 1000).split('.', 2)
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(web, deviceNumber, text))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const { at, answer } = JSON.parse(Buffer.from(text, 'base64url').toString()) as { at: string; answer: KioskAnswer }
  const age = Date.parse(web.house.clock.instant()) - Date.parse(at)
  return age >= 0 && age <= validMs ? answer : undefined
}

function sealOf(web: Web, deviceNumber: number, text: string): string {
  return createHmac('sha256', web.settings.secret).update(`kiosk ${deviceNumber} ${text}`).digest('base64url').slice(0, 22)
}
