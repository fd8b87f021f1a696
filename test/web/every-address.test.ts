import assert from 'node:assert/strict'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { roles, type Role } from '../../src/domain/staff/role.ts'
import { onBothEngines } from '../support/database.ts'
import { routesOf } from '../support/routes.ts'
import { signedInAs } from '../support/signed-in.ts'
import { aWeb, type TestWeb } from '../support/web.ts'
import { addresses, samples, type Audience } from './addresses.ts'

// Whoever comes: nobody of ours, somebody without a role, and every role.
const visitors = ['nobody', 'no-role', ...roles] as const
type Visitor = (typeof visitors)[number]

const provider = { issuer: 'http://127.0.0.1:9', clientId: 'okienko', clientSecret: 'never used', nameClaim: 'sub' }

onBothEngines('Every address', open => {
  let web: TestWeb
  let server: Server
  let url = ''

  before(async () => {
    web = await aWeb(await open(), { staff: { idleMinutes: 60, oidc: provider } })
    server = createServer(web.app)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => server.close())

  it('stands in the table of who may have it, and nothing else does', () => {
    const answered = new Set(routesOf(web.app, ['/api/v1']))
    const listed = new Set(Object.keys(addresses))
    assert.deepEqual(
      [...answered].filter(address => !listed.has(address)),
      [],
      'not in test/web/addresses.ts yet',
    )
    assert.deepEqual(
      [...listed].filter(address => !answered.has(address)),
      [],
      'in test/web/addresses.ts, but answered no more',
    )
  })

  for (const visitor of visitors) {
    it(`lets ${visitor} see what they may, and nothing else`, async () => {
      const wrong: string[] = []
      for (const [address, audience] of Object.entries(addresses)) {
        const answer = await ask(address, visitor)
        if (!isRight(answer, audience, visitor)) wrong.push(`${address}: ${answer.status} ${answer.location}`)
      }
      assert.deepEqual(wrong, [])
    })
  }

  /** Asks as a browser would; the body of a stream is not waited for. */
  async function ask(address: string, visitor: Visitor): Promise<{ status: number; location: string }> {
    const [method = '', pattern = ''] = address.split(' ')
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(samples[name] ?? 'x'))
    const role: Role | null = visitor === 'nobody' || visitor === 'no-role' ? null : visitor
    const cookie = visitor === 'nobody' ? undefined : (await signedInAs(web.house, { role })).cookie
    const headers = {
      accept: 'text/html',
      ...(cookie && { cookie }),
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    return new Promise((resolve, reject) => {
      const asking = request(url + path, { method, headers, agent: false }, answer => {
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' })
        answer.destroy()
      })
      asking.once('error', reject).end()
    })
  }
})

function isRight({ status, location }: { status: number; location: string }, audience: Audience, visitor: Visitor): boolean {
  const sentToSignIn = status === 303 && /^\/sign-in(\?|$)/.test(location)
  const refused = status === 401 || status === 403
  const fell = status >= 500 && status !== 503
  if (fell) return false
  if (audience === 'everyone') return !refused
  if (audience === 'devices') return refused || (status === 303 && location === '/entrance/enrol')
  if (visitor === 'nobody') return sentToSignIn || status === 401
  if (audience === 'signed-in') return !refused && !sentToSignIn
  if (visitor === 'no-role' || !audience.includes(visitor)) return status === 403
  return !refused && !sentToSignIn
}
