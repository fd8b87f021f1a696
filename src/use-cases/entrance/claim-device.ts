import { parseReference } from '../../domain/booking/reference.ts'
import type { Device } from '../../domain/entrance/device.ts'
import { patienceByAddress } from '../../domain/staff/throttle.ts'
import { takeCode } from '../../repositories/device-codes.ts'
import { deviceByNumber, giveCredential } from '../../repositories/devices.ts'
import { giveBackTry } from '../../repositories/sign-in-throttle.ts'
import type { House } from '../house.ts'
import { TooManyTries } from '../staff/errors.ts'
import { noteInAuditLog } from '../staff/note-in-audit-log.ts'
import { hashOf, newToken } from '../staff/tokens.ts'
import { waitForTry } from '../staff/wait-for-try.ts'
import { CodeRefused } from './errors.ts'

/**
 * Enrols a device by the code that is typed on it, and answers the credential it is known by from then on. Whatever had
 * the device's credential before is a stranger then.
 *
 * @param asked.address  where it is, as tries are counted
 * @throws {CodeRefused} @throws {TooManyTries}
 */
export async function claimDevice(
  house: House,
  asked: { code: string; address: string },
): Promise<{ device: Device; credential: string }> {
  const key = hashOf(`device code ${asked.address}`)
  const wait = await house.db.transaction(trx => waitForTry(house, trx, key, patienceByAddress))
  if (wait > 0) throw new TooManyTries(wait)
  const code = parseReference(asked.code)
  if (code === undefined) throw new CodeRefused()

  const credential = newToken(house.random)
  return house.db.transaction(async trx => {
    const now = house.clock.instant()
    const number = await takeCode(trx, hashOf(code), now)
    const device = number === undefined ? undefined : await deviceByNumber(trx, number)
    if (!device || device.revokedAt !== undefined) throw new CodeRefused()
    await giveCredential(trx, device.number, hashOf(credential), now)
    await giveBackTry(trx, key, now, 'all')
    await noteInAuditLog(house, trx, {
      action: 'enrol-device',
      officeId: device.officeId,
      details: { device: device.number, kind: device.kind, name: device.name },
    })
    return { device: { ...device, enrolledAt: now, lastSeenAt: now }, credential }
  })
}
