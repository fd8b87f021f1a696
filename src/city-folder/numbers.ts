import { z } from 'zod'

/** A whole number of 0 or more. What is more than the most is surely a slip, and could not be counted with. */
export function whole(most: number) {
  return z.int('must be a whole number').nonnegative('must not be less than 0').max(most, notMore(most))
}

/** A whole number of 1 or more. */
export function counted(most: number) {
  return z.int('must be a whole number').positive('must be 1 or more').max(most, notMore(most))
}

/** A number from the least to the most. */
export function between(least: number, most: number) {
  return z.number('must be a number').min(least, `must not be less than ${least}`).max(most, notMore(most))
}

/** The most persons of a rule or a capacity. */
export const mostPersons = 100_000

/** The most persons who come together. */
export const mostInParty = 100

/** Hours of a year, the longest time before a visit. */
export const mostHoursBefore = 8_784

const mostMinutes = 1_440

/** Minutes of one day at most. */
export const minutes = whole(mostMinutes)

export const minutesAtLeastOne = counted(mostMinutes)

/** Minutes on the grid of the ledger. */
export const gridMinutes = whole(mostMinutes).multipleOf(5, 'must be a multiple of 5 minutes')

export const gridMinutesAtLeastFive = counted(mostMinutes).multipleOf(5, 'must be a multiple of 5 minutes')

/** The stable number of an office or a service, of four digits at most. */
export const stableNumber = counted(9_999)

/** Square metres of a place. */
export const areaM2 = z.number('must be a number').positive('must be more than 0').max(1_000_000, notMore(1_000_000))

/** Square metres for each person. */
export const m2PerPerson = between(0.1, 10_000)

function notMore(most: number): string {
  return `must not be more than ${most}`
}
