import type { Minute, Span } from '../calendar.ts'
import type { Found } from './violation.ts'

/** Joins what is found in minute after minute of a day into stretches. */
export function overMinutes(findingsAt: (minute: Minute) => Found[]): (Found & Span)[] {
  const done: (Found & Span)[] = []
  let open = new Map<string, Found & Span>()
  for (let minute = 0; minute <= 1440; minute += 1) {
    const now = new Map((minute < 1440 ? findingsAt(minute) : []).map(found => [JSON.stringify(found), found]))
    for (const [name, found] of open) if (!now.has(name)) done.push({ ...found, to: minute })
    open = new Map([...now].map(([name, found]) => [name, { ...found, from: open.get(name)?.from ?? minute, to: 1440 }]))
  }
  return done
}
