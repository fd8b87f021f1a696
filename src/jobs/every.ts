/** What goes on by itself until it is stopped. */
export interface Job {
  /** Ends it, once what is under way is done, or has had its time. */
  stop(): Promise<void>
}

/** Whatever takes longer is left where it is, as if the machine had died: every job can go on from there. */
const patienceMs = 5000

/**
 * Does something again and again, so many milliseconds after it was done last. What it throws is reported, and it goes on.
 *
 * @param work  is told when it is to stop, so that it begins nothing more
 */
export function every(
  milliseconds: number,
  work: (stop: AbortSignal) => Promise<unknown>,
  report: (error: unknown) => void,
): Job {
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const wait = () => {
    if (stopping.signal.aborted) return
    timer = setTimeout(() => {
      running = work(stopping.signal).then(
        () => undefined,
        (error: unknown) => report(error),
      )
      void running.then(wait)
    }, milliseconds)
    timer.unref()
  }
  wait()
  return {
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await Promise.race([running, new Promise(resolve => (timer = setTimeout(resolve, patienceMs)))])
      clearTimeout(timer)
    },
  }
}
