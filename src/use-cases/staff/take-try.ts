import type { Knex } from 'knex'
import {
  patienceByAddress,
  patienceByName,
  triesForgottenAfterSeconds,
  waitAfter,
  type Patience,
} from '../../domain/staff/throttle.ts'
import { countTry, delayTries, giveBackTry } from '../../repositories/sign-in-throttle.ts'
import { laterBy, secondsBetween } from '../../time.ts'
import type { House } from '../house.ts'
import { TooManyTries } from './errors.ts'
import { hashOf } from './tokens.ts'

/** What tries are counted by: what was typed as a name (or whose code it is), and where it came from. */
export interface TryBy {
  readonly name: string
  readonly address: string
}

/** Counts a try before it is made, whether there is such an account or not. @throws {TooManyTries} and counts nothing */
export async function takeTry(house: House, by: TryBy): Promise<void> {
  const waitSeconds = await house.db.transaction(async trx => {
    const ofName = await takeOne(house, trx, keyOfName(by.name), patienceByName)
    return ofName > 0 ? ofName : takeOne(house, trx, keyOfAddress(by.address), patienceByAddress)
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

/** 0 if the try may be made; else how many seconds are left to wait. */
async function takeOne(house: House, trx: Knex, key: string, patience: Patience): Promise<number> {
  const now = house.clock.instant()
  const taken = await countTry(trx, key, now, laterBy(now, -triesForgottenAfterSeconds))
  if ('freeAt' in taken) return Math.max(1, secondsBetween(now, taken.freeAt))
  const wait = waitAfter(taken.tries, patience)
  if (wait > 0) await delayTries(trx, key, laterBy(now, wait))
  return 0
}

function keyOfName(name: string): string {
  return hashOf(`name ${name.trim().toLowerCase().slice(0, 200)}`)
}

function keyOfAddress(address: string): string {
  return hashOf(`address ${address}`)
}
