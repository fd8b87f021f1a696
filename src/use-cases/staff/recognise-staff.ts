import { stageOf, type SignInStage } from '../../domain/staff/staff.ts'
import { openSignIn, touchSignIn, type OpenSignIn } from '../../repositories/staff-sign-ins.ts'
import { laterBy, secondsBetween } from '../../time.ts'
import type { House } from '../house.ts'
import { hashOf } from './tokens.ts'

/** Somebody whose cookie is good, and how far their sign-in has come. */
export interface Recognised extends OpenSignIn {
  readonly stage: SignInStage
}

/** After so many hours everybody signs in anew, however busy they were. */
export const longestSignInHours = 12

const touchedEverySeconds = 60

/**
 * Who holds this token; nobody once it was idle for too long, ended, older than 12 hours, or the account is disabled.
 * One query; a write at most once a minute.
 *
 * @param idleMinutes  how long somebody may do nothing
 * @param passive      this request is a screen's own, nobody's doing: it keeps nobody signed in
 */
export async function recogniseStaff(
  house: House,
  token: string,
  { idleMinutes, passive = false }: { idleMinutes: number; passive?: boolean },
): Promise<Recognised | undefined> {
  const open = await openSignIn(house.db, hashOf(token))
  if (!open) return undefined
  const now = house.clock.instant()
  if (open.signIn.lastSeenAt < laterBy(now, -idleMinutes * 60)) return undefined
  if (open.signIn.createdAt < laterBy(now, -longestSignInHours * 3600)) return undefined

  const unseenSeconds = secondsBetween(open.signIn.lastSeenAt, now)
  if (!passive && unseenSeconds >= touchedEverySeconds) await touchSignIn(house.db, open.signIn.number, now)
  return { ...open, stage: stageOf(open.account, open.signIn) }
}
