import type { Knex } from 'knex'
import type { Response } from 'supertest'
import type { City } from '../../src/domain/city.ts'
import type { Role } from '../../src/domain/staff/role.ts'
import { deskDay } from './desk.ts'
import { signedInAs } from './signed-in.ts'
import { aWeb, type TestWeb } from './web.ts'

/** The web with somebody at work at the office of the tests. */
export interface DeskWeb extends TestWeb {
  /** What somebody sees; a clerk, if nobody else is named. */
  see(path: string, cookie?: string): Promise<Response>
  /** Sends a form from the day at desk 1. */
  press(path: string, fields?: Readonly<Record<string, string>>, cookie?: string): Promise<Response>
  signIn(role: Role, where?: { office?: string; department?: string }): Promise<string>
}

/** Opens it: a clerk of the whole office is signed in. */
export async function aDeskWeb(db: Knex, city?: City): Promise<DeskWeb> {
  const web = await aWeb(db, { staff: { idleMinutes: 720 }, ...(city && { city }) })
  const signIn = async (role: Role, where: { office?: string; department?: string } = { office: 'CA' }) =>
    (await signedInAs(web.house, { role, ...where })).cookie
  web.house.clock.set(`${deskDay.date}T07:00`)
  const clerk = await signIn('clerk')
  return {
    ...web,
    signIn,
    see: async (path, cookie = clerk) => web.get(path).set('Cookie', cookie).set('Accept', 'text/html'),
    press: async (path, fields = {}, cookie = clerk) =>
      web
        .post(path)
        .set('Cookie', cookie)
        .set('Accept', 'text/html')
        .type('form')
        .send({ office: 'CA', date: deskDay.date, desk: 'desk-1', ...fields }),
  }
}

/** What an answer tells: the key in the address it leads to. */
export function toldBy(answer: Response): string | null {
  return new URL(answer.headers['location'] ?? '', 'http://here').searchParams.get('said')
}
