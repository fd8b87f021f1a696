import type { DayKey } from '../../repositories/change-day.ts'
import type { House } from '../house.ts'
import { onDay, type OpenDay } from './on-day.ts'

/** Ends a change that has changed nothing: its transaction is undone, so the page stays, and `answer` is answered. */
class UnturnedError extends Error {
  readonly answer: unknown

  constructor(answer: unknown) {
    super('nothing was changed')
    this.answer = answer
  }
}

/**
 * As `onDay`, for changes that often find nothing to do: they answer `unturned(…)` then, and the day keeps its page, so
 * that no screen is refreshed and no sheet grows old for nothing.
 */
export async function onDayIfNeeded<T>(
  house: House,
  day: DayKey,
  change: (open: OpenDay, unturned: (answer: T) => never) => Promise<T>,
): Promise<T> {
  const unturned = (answer: T): never => {
    throw new UnturnedError(answer)
  }
  try {
    return await onDay(house, day, open => change(open, unturned))
  } catch (error) {
    if (error instanceof UnturnedError) return error.answer as T
    throw error
  }
}
