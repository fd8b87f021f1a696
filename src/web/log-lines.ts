import { pino } from 'pino'

/** So many signs wait to be written at most; what is more is lost. */
const mostWaiting = 1_000_000

/**
 * Where lines of the log go: standard error as a rule. A line that cannot be written, since the disk is full, ends
 * nothing: it waits, and is tried again with the next one.
 *
 * @param fd  an open file
 */
export function logLinesTo(fd: number) {
  const destination = pino.destination({ fd, sync: false, maxLength: mostWaiting })
  const flushSync = destination.flushSync.bind(destination)
  // The end of the program writes what still waits, and would try for ever.
  destination.on('error', () => (destination.flushSync = () => undefined))
  destination.on('write', () => (destination.flushSync = flushSync))
  return destination
}
