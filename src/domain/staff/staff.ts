import { needsSecondStep, type HeldRole } from './roles.ts'

/** Somebody who works here and is signed in. */
export interface StaffOnDuty {
  readonly number: number
  /** The name they sign in by. */
  readonly name: string
  readonly initials: string
  readonly roles: readonly HeldRole[]
}

/** An account as administrators see it; nothing secret is in it. */
export interface StaffAccount extends StaffOnDuty {
  readonly mustChangePassword: boolean
  readonly hasSecondStep: boolean
  /** UTC instant; absent while the account works. */
  readonly disabledAt?: string
}

/** One sign-in: on one browser, from a password or another provider's word to sign-out. */
export interface SignIn {
  readonly number: number
  readonly via: 'password' | 'oidc'
  readonly createdAt: string
  readonly lastSeenAt: string
  /** When the code of their telephone was shown, if it was. */
  readonly secondStepAt?: string
}

/** What still stands between a sign-in and work: a code, a password of their own, a telephone to be made known; or nothing. */
export type SignInStage = 'code' | 'password' | 'enrolment' | 'on-duty'

/** How far a sign-in has come. Another provider's word counts whole: it has asked for what it wants to know. */
export function stageOf(account: StaffAccount, signIn: Pick<SignIn, 'via' | 'secondStepAt'>): SignInStage {
  if (signIn.via === 'oidc') return 'on-duty'
  if (account.hasSecondStep && signIn.secondStepAt === undefined) return 'code'
  if (account.mustChangePassword) return 'password'
  if (!account.hasSecondStep && needsSecondStep(account.roles)) return 'enrolment'
  return 'on-duty'
}
