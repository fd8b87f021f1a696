import { randomUUID } from 'node:crypto'

/** Where and until when somebody works. */
export interface AtWork {
  readonly url: string
  readonly office: string
  readonly date: string
  /** An instant in milliseconds. */
  readonly until: number
}

/** A clerk calls, serves and finishes, some four seconds between two presses; the screen follows the day as its script does. */
export async function clerkAtWork(at: AtWork, cookie: string, desk: string): Promise<void> {
  const place = { office: at.office, date: at.date, desk, scope: 'mine' }
  const query = new URLSearchParams(place).toString()
  const look = async () => void (await (await fetch(`${at.url}/desk/live?${query}`, { headers: { cookie } })).text())
  let page = ''
  await Promise.all([
    followed(at, `${at.url}/desk/changes?${query}`, cookie, look),
    untilOver(at, 3000, 5000, async () => {
      const step = /\/desk\/visits\/\d+\/(?:service|completion)/.exec(page)?.[0]
      page = await (await form(`${at.url}${step ?? '/desk/calls'}`, cookie, place)).text()
    }),
  ])
}

/** A kiosk takes somebody every five seconds: the code, then the ticket's screen, then the start again. */
export async function kioskAtWork(at: AtWork, cookie: string, references: readonly string[]): Promise<void> {
  let nth = 0
  await untilOver(at, 4000, 6000, async () => {
    await (await form(`${at.url}/entrance/kiosk/check-ins`, cookie, { code: references[nth] ?? '' })).text()
    await (await fetch(`${at.url}/entrance/kiosk`, { headers: { cookie } })).text()
    nth += 1
  })
}

/** A resident looks at times every few seconds and books one. */
export async function residentAtWork(at: AtWork, service: string): Promise<void> {
  const dates: { date: string; times: { time: string }[] }[] = []
  await untilOver(at, 3000, 6000, async () => {
    await (await fetch(`${at.url}/services/${service}/times?office=${at.office}`)).text()
    if (dates.length === 0) {
      const asked = `${at.url}/api/v1/services/${service}/times?office=${at.office}&from=${at.date}&to=${at.date.slice(0, 4)}-12-31`
      const answer = (await (await fetch(asked)).json()) as { offices: { days: typeof dates }[] }
      dates.push(...(answer.offices[0]?.days.filter(({ times }) => times.length > 0) ?? []))
    }
    const day = dates[Math.floor(Math.random() * dates.length)]
    const time = day?.times[Math.floor(Math.random() * day.times.length)]?.time
    const body = JSON.stringify({ service, office: at.office, date: day?.date, time, persons: 1 })
    const headers = { 'content-type': 'application/json' }
    await (await fetch(`${at.url}/api/v1/bookings`, { method: 'POST', headers, body })).text()
  })
}

/** Another guard counts people in and out, and looks at the door after each. */
export async function otherGuardAtWork(at: AtWork, cookie: string): Promise<void> {
  let way = 'in'
  await untilOver(at, 1500, 2500, async () => {
    const fields = { event: randomUUID(), way, fragment: '1' }
    await (await form(`${at.url}/entrance/guard/heads`, cookie, fields)).text()
    await (await fetch(`${at.url}/entrance/guard/live`, { headers: { cookie } })).text()
    way = way === 'in' ? 'out' : 'in'
  })
}

/** Looks again after each event of a stream; events that come while it looks are answered by one more look. */
async function followed({ until }: AtWork, stream: string, cookie: string, look: () => Promise<void>): Promise<void> {
  let [looking, again] = [false, false]
  const lookAgain = async () => {
    again = looking
    if (looking) return
    looking = true
    await look()
    looking = false
    if (again) setTimeout(() => void lookAgain(), 50)
  }
  const over = AbortSignal.timeout(Math.max(1, until - Date.now()))
  const reader = (await fetch(stream, { headers: { cookie }, signal: over })).body?.getReader()
  try {
    while (reader && !(await reader.read()).done) void lookAgain().catch(() => undefined)
  } catch (error) {
    if (!over.aborted) throw error
  }
}

function form(address: string, cookie: string, fields: Record<string, string>): Promise<Response> {
  const headers = { cookie, accept: 'text/html' }
  return fetch(address, { method: 'POST', headers, body: new URLSearchParams(fields) })
}

async function untilOver({ until }: AtWork, leastMs: number, mostMs: number, act: () => Promise<void>): Promise<void> {
  await pause(Math.random() * mostMs)
  while (Date.now() < until) {
    await act()
    await pause(leastMs + Math.random() * (mostMs - leastMs))
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
