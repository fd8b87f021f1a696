import type { Knex } from 'knex'
import type { Clock } from '../time.ts'

/** So many random bytes. */
export type RandomSource = (bytes: number) => Uint8Array

/** What every use case needs from outside. */
export interface House {
  readonly db: Knex
  readonly clock: Clock
  readonly random: RandomSource
}
