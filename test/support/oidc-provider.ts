import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** A real OpenID Connect provider on this machine, and browsers of people it knows. */
export interface TestProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** A browser whose owner signs in there at once and agrees to everything. */
  browserOf(subject: string, name: string): TestBrowser
  stop(): Promise<void>
}

/** A browser that keeps cookies by host. */
export interface TestBrowser {
  get(address: string): Promise<{ status: number; location: string | null }>
  /** Goes wherever it is sent; answers where it came to, and every address on the way. */
  follow(address: string): Promise<{ status: number; location: string; visited: string[] }>
}

const mostHops = 20
const subjectHeader = 'x-test-subject'

/** Starts a provider that sends people back to one address. */
export async function startProvider(returnTo: string): Promise<TestProvider> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { client_id: 'okienko', client_secret: 'a-secret-of-the-tests' }
  const names = new Map<string, string>()
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [returnTo], grant_types: ['authorization_code'], response_types: ['code'] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    cookies: { keys: ['a key of the tests'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/agree/${interaction.uid}` },
    findAccount: (_, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, preferred_username: names.get(subject) }),
    }),
  })
  const answer = provider.callback()
  server.on('request', (req, res) => {
    if (!req.url?.startsWith('/agree/')) return void answer(req, res)
    void agree(req, res)
  })

  async function agree(...[req, res]: Parameters<typeof answer>) {
    const { params } = await provider.interactionDetails(req, res)
    const accountId = String(req.headers[subjectHeader])
    const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) })
    grant.addOIDCScope(String(params['scope']))
    await provider.interactionFinished(req, res, { login: { accountId }, consent: { grantId: await grant.save() } })
  }

  return {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    browserOf(subject, name) {
      names.set(subject, name)
      return newBrowser({ [subjectHeader]: subject })
    },
    stop: () => new Promise(resolve => server.close(() => resolve()).closeAllConnections()),
  }
}

function newBrowser(headers: Readonly<Record<string, string>>): TestBrowser {
  const jars = new Map<string, Map<string, string>>()

  async function get(address: string) {
    const { host } = new URL(address)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, { redirect: 'manual', headers: { ...headers, cookie, accept: 'text/html' } })
    for (const set of answer.headers.getSetCookie()) keep(jar, set)
    await answer.arrayBuffer()
    return { status: answer.status, location: answer.headers.get('location') }
  }

  return {
    get,
    async follow(address) {
      const visited: string[] = []
      for (let at = address; visited.length < mostHops;) {
        visited.push(at)
        const { status, location } = await get(at)
        if (!location) return { status, location: at, visited }
        at = new URL(location, at).href
      }
      throw new Error(`sent round in a circle: ${visited.join(' → ')}`)
    },
  }
}

function keep(jar: Map<string, string>, setCookie: string): void {
  const [pair = ''] = setCookie.split(';')
  const at = pair.indexOf('=')
  const value = pair.slice(at + 1)
  if (value === '' || /expires=Thu, 01 Jan 1970/i.test(setCookie)) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), value)
}
