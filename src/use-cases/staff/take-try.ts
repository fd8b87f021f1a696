import type { Knex } from 'knex'
import { patienceByAddress, patienceByName } from '../../domain/staff/throttle.ts'
import { giveBackTry } from '../../repositories/sign-in-throttle.ts'
import type { House } from '../house.ts'
import { TooManyTries } from './errors.ts'
import { hashOf } from './tokens.ts'
import { waitForTry } from './wait-for-try.ts'

/** What tries are counted by: what was typed as a name (or whose code it is), and where it came from. */
export interface TryBy {
  readonly name: string
  readonly address: string
}

/** Counts a try before it is made, whether there is such an account or not. @throws {TooManyTries} and counts nothing */
export async function takeTry(house: House, by: TryBy): Promise<void> {
  const waitSeconds = await house.db.transaction(async trx => {
    const ofName = await waitForTry(house, trx, keyOfName(by.name), patienceByName)
    return ofName > 0 ? ofName : waitForTry(house, trx, keyOfAddress(by.address), patienceByAddress)
  })
  if (waitSeconds > 0) throw new TooManyTries(waitSeconds)
}

/** Forgets the tries with this name, and this one of the address: it was a good one. */
export async function forgetTry(house: House, trx: Knex, by: TryBy): Promise<void> {
  await giveBackTry(trx, keyOfName(by.name), house.clock.instant(), 'all')
  await giveBackTry(trx, keyOfAddress(by.address), house.clock.instant(), 'one')
}

/** Forgets the tries with these names: somebody proved who they are, or was given a new password. */
export async function forgetTriesOf(trx: Knex, names: readonly string[], instant: string): Promise<void> {
  for (const name of names) await giveBackTry(trx, keyOfName(name), instant, 'all')
}

function keyOfName(name: string): string {
  return hashOf(`name ${name.trim().toLowerCase().slice(0, 200)}`)
}

function keyOfAddress(address: string): string {
  return hashOf(`address ${address}`)
}
