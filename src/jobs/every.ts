/** What goes on by itself until it is stopped. */
export interface Job {
  /** Ends it, once what is under way is done. */
  stop(): Promise<void>
}

/** Does something again and again, so many milliseconds after it was done last. What it throws is reported, and it goes on. */
export function every(milliseconds: number, work: () => Promise<unknown>, report: (error: unknown) => void): Job {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const wait = () => {
    if (stopped) return
    timer = setTimeout(() => {
      running = work().then(
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
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
