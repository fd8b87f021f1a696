import { checkIn, type CheckIn } from '../desk/check-in.ts'
import { findVisit } from '../desk/find-visit.ts'
import { cityOf } from '../../repositories/city.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'
import { scannedCode } from './scanned-code.ts'

/** What a kiosk answers to a code. None of it is an error. */
export type KioskCheckIn =
  { readonly kind: 'unknown' } | { readonly kind: 'known'; readonly serviceId: string; readonly came: CheckIn }

/**
 * Checks somebody in by what they scanned or typed at a kiosk of an office. Twice is as once.
 *
 * @throws {NotFound} if the office is known no more
 */
export async function checkInAtKiosk(house: House, officeId: string, typed: string): Promise<KioskCheckIn> {
  const office = (await cityOf(house.db)).offices.find(each => each.id === officeId)
  if (!office) throw new NotFound('office')
  const day = { officeId, date: house.clock.now(office.timeZone).date }
  const found = await findVisit(house, day, scannedCode(typed))
  if (!found) return { kind: 'unknown' }
  const { number, serviceId } = found.booking
  return { kind: 'known', serviceId, came: await checkIn(house, officeId, number) }
}
