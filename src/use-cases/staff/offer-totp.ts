import { laterBy } from '../../time.ts'
import type { House } from '../house.ts'
import type { Recognised } from './recognise-staff.ts'
import { seal, unseal } from './sealed.ts'
import { newTotpSecret } from './totp.ts'

const offerLastsSeconds = 1800

/** A secret that a telephone may take over; `offer` carries it through the form, closed and for half an hour. */
export interface TotpOffer {
  readonly secret: string
  readonly offer: string
}

/** A new secret for somebody's telephone. Nothing is kept until a code proves that the telephone has it. */
export function offerTotp(house: House, key: string, { account }: Recognised): TotpOffer {
  const secret = newTotpSecret(house.random)
  const text = `${laterBy(house.clock.instant(), offerLastsSeconds)} ${secret}`
  return { secret, offer: seal(house.random, key, `totp offer ${account.number}`, text) }
}

/** The offer that a form brought back; `undefined` if it is too old, another's, or no offer at all. */
export function openOffer(house: House, key: string, { account }: Recognised, offer: string): TotpOffer | undefined {
  const [until = '', secret = ''] = unseal(key, `totp offer ${account.number}`, offer)?.split(' ') ?? []
  return house.clock.instant() < until ? { secret, offer } : undefined
}
