import type * as oidc from 'openid-client'
import type { OidcSettings } from './settings.ts'

/** What is remembered between sending somebody to the provider and their return. */
export interface Journey {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What the provider has proved of somebody who came back. */
export interface Proved {
  readonly issuer: string
  readonly subject: string
  readonly name: string | undefined
}

const patienceSeconds = 10

/** Loaded where somebody signs in by a provider: most houses have none. */
const client = () => import('openid-client')

/** Asks the provider who it is, once; again if it did not answer. */
export function providerOf(settings: OidcSettings): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | undefined
  return () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
}

/** The provider's page to send somebody to: code flow, with PKCE, state and nonce. */
export async function departure(provider: oidc.Configuration, returnTo: string): Promise<{ address: string; journey: Journey }> {
  const oidc = await client()
  const journey = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  }
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: returnTo,
    scope: 'openid profile email',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  })
  return { address: address.href, journey }
}

/** Who came back. @throws if the code, state, nonce or signature is not right, or the provider does not answer */
export async function arrival(provider: oidc.Configuration, nameClaim: string, address: URL, journey: Journey): Promise<Proved> {
  const oidc = await client()
  const tokens = await oidc.authorizationCodeGrant(provider, address, {
    pkceCodeVerifier: journey.verifier,
    expectedState: journey.state,
    expectedNonce: journey.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the provider sent no identity')
  const more = claims[nameClaim] === undefined ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub) : {}
  return { issuer: claims.iss, subject: claims.sub, name: nameFrom({ ...more, ...claims }, nameClaim) }
}

/** The claim that names an account; an e-mail address only if the provider has verified it. */
function nameFrom(claims: Readonly<Record<string, unknown>>, nameClaim: string): string | undefined {
  if (nameClaim === 'email' && claims['email_verified'] !== true) return undefined
  const name = claims[nameClaim]
  return typeof name === 'string' ? name : undefined
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const oidc = await client()
  const address = new URL(issuer)
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to stand out; the settings let nobody but this machine's own provider do without TLS
  const execute = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(address, clientId, clientSecret, undefined, { execute, timeout: patienceSeconds })
}
