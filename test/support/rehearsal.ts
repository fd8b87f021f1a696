import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startServer, type Server } from './server.ts'

/** The program on the sample city, on the morning of its reopening; gone with `stop()`. */
export interface Rehearsal {
  readonly url: string
  stop(): Promise<void>
}

/** Monday, 11 May 2020: three sites open at 8:00, by appointment only. */
export const reopening = '2020-05-11T07:55'

/** Starts the real program with the sample city and its clock at a local time. */
export async function rehearse(at = reopening): Promise<Rehearsal> {
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-rehearsal-'))
  const server: Server = await startServer({
    DATABASE_URL: `file:${path.join(folder, 'city.sqlite3')}`,
    OKIENKO_CLOCK: at,
    SECRET: 'a secret of the browser tests',
    RATE_LIMIT_READS_PER_MINUTE: '0',
    RATE_LIMIT_BOOKINGS_PER_MINUTE: '0',
  })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A visit on a rehearsal: its page, with the key that opens it. */
export interface RehearsedVisit {
  readonly page: string
  readonly reference: string
  readonly key: string
}

/** Holds the so-manyth free time of a matter at an office, as a browser without script would. */
export async function holdSome(url: string, service: string, office: string, which = 0): Promise<RehearsedVisit> {
  const times = await (await fetch(`${url}/services/${service}/times?office=${office}`)).text()
  const at = [...times.matchAll(/name="at" value="([^"]+)"/g)][which]?.[1] ?? ''
  return visitAt(await send(`${url}/holds`, { service, office, at }))
}

/** Books it as well. */
export async function bookSome(url: string, service: string, office: string, which = 0): Promise<RehearsedVisit> {
  const { reference, key } = await holdSome(url, service, office, which)
  return visitAt(await send(`${url}/bookings`, { hold: reference, key }))
}

/** Sends a form and does not follow where it leads. */
export function send(address: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(address, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
}

function visitAt(answer: Response): RehearsedVisit {
  const page = answer.headers.get('location') ?? ''
  const [, reference = '', key = ''] = /\/bookings\/([^?]+)\?key=(.+)/.exec(page) ?? []
  if (reference === '') throw new Error(`no visit: ${answer.status}`)
  return { page, reference, key }
}
