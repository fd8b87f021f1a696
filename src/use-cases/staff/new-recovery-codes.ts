import { replaceRecoveryCodes } from '../../repositories/recovery-codes.ts'
import type { House, RandomSource } from '../house.ts'
import { noteInAuditLog } from './note-in-audit-log.ts'
import type { Recognised } from './recognise-staff.ts'
import { hashOf, randomSigns } from './tokens.ts'

const codesAtOnce = 8
const signsOfCode = 16

/** Gives somebody new recovery codes in place of those they have, and answers them: they are shown once. */
export async function giveRecoveryCodes(house: House, { account }: Recognised): Promise<string[]> {
  const { codes, hashes } = newRecoveryCodes(house.random)
  await house.db.transaction(async trx => {
    await replaceRecoveryCodes(trx, account.number, hashes)
    await noteInAuditLog(house, trx, { action: 'new-recovery-codes', staffNumber: account.number })
  })
  return codes
}

/** Eight codes such as `7K2M-9QXD-…` of nearly 80 bits each, and as they are kept. */
export function newRecoveryCodes(random: RandomSource): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: codesAtOnce }, () => randomSigns(random, signsOfCode))
  return { codes, hashes: codes.map(hashOfRecoveryCode) }
}

/** What is kept of a recovery code: dashes, blanks and small letters make no difference. */
export function hashOfRecoveryCode(typed: string): string {
  return hashOf(
    `recovery ${typed
      .slice(0, 100)
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')}`,
  )
}
