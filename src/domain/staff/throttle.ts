/** How patient a sign-in is: so many tries are free, then each costs twice the wait of the one before, up to a most. */
export interface Patience {
  readonly freeTries: number
  readonly firstWaitSeconds: number
  readonly mostWaitSeconds: number
}

/** With one name, whether there is such an account or not. */
export const patienceByName: Patience = { freeTries: 5, firstWaitSeconds: 15, mostWaitSeconds: 900 }

/** From one address: an office of many desks shares one. */
export const patienceByAddress: Patience = { freeTries: 30, firstWaitSeconds: 15, mostWaitSeconds: 900 }

/** Tries are forgotten after so many seconds without one. */
export const triesForgottenAfterSeconds = 24 * 3600

/** How long to wait after so many tries in a row, in seconds; 0: not at all. */
export function waitAfter(tries: number, patience: Patience): number {
  const beyond = tries - patience.freeTries
  if (beyond < 0) return 0
  return Math.min(patience.mostWaitSeconds, patience.firstWaitSeconds * 2 ** Math.min(beyond, 20))
}
