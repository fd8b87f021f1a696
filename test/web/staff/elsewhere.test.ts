import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Knex } from 'knex'
import { addStaff } from '../../../src/use-cases/staff/add-staff.ts'
import { disableStaff } from '../../../src/use-cases/staff/disable-staff.ts'
import { onBothEngines } from '../../support/database.ts'
import { startProvider, type TestProvider } from '../../support/oidc-provider.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

onBothEngines('Signing in on another provider’s word', open => {
  let db: Knex
  let web: TestWeb
  let provider: TestProvider
  let server: Server
  let url = ''

  before(async () => {
    db = await open()
    server = createServer((req, res) => web.app(req, res))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    provider = await startProvider(`${url}/sign-in/callback`)
    const oidc = {
      issuer: provider.issuer,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      nameClaim: 'preferred_username',
    }
    web = await aWeb(db, { baseUrl: url, staff: { idleMinutes: 60, oidc } })
  })
  after(async () => {
    server.close()
    await provider.stop()
  })

  it('opens the account that is meant, with the roles it has here, and ties it to the subject', async () => {
    await addStaff(web.house, { name: 'anna.nowak', roles: [{ role: 'manager' }] })
    const browser = provider.browserOf('subject-1', 'Anna.Nowak')
    const { status, location } = await browser.follow(`${url}/sign-in/elsewhere?next=/manage`)
    assert.deepEqual([status, location], [200, `${url}/manage`])

    // from now on the subject counts, whatever the provider calls them
    const renamed = provider.browserOf('subject-1', 'a.kowalska')
    assert.equal((await renamed.follow(`${url}/sign-in/elsewhere?next=/manage`)).status, 200)
    const other = provider.browserOf('subject-2', 'anna.nowak')
    assert.equal((await other.follow(`${url}/sign-in/elsewhere`)).status, 422)
  })

  it('never makes an account, and opens none that is disabled', async () => {
    const stranger = provider.browserOf('subject-3', 'stranger')
    assert.equal((await stranger.follow(`${url}/sign-in/elsewhere`)).status, 422)
    assert.equal(await db('staff').where({ sign_in_name: 'stranger' }).first(), undefined)

    await addStaff(web.house, { name: 'gone', roles: [{ role: 'clerk' }] })
    await disableStaff(web.house, 'gone')
    assert.equal((await provider.browserOf('subject-4', 'gone').follow(`${url}/sign-in/elsewhere`)).status, 422)
  })

  it('believes nobody who did not set out from here, and no answer twice', async () => {
    await addStaff(web.house, { name: 'traveller', roles: [{ role: 'clerk' }] })
    const browser = provider.browserOf('subject-5', 'traveller')
    const { visited } = await browser.follow(`${url}/sign-in/elsewhere?next=/account`)
    const callback = visited.find(address => address.includes('/sign-in/callback')) ?? ''
    assert.equal((await web.get(callback.slice(url.length))).status, 422)
    assert.equal((await browser.get(callback)).status, 422)
    for (const nonsense of ['', '?code=x&state=y', '?error=access_denied&state=x', '?code=%00&iss=%00']) {
      assert.equal((await web.get(`/sign-in/callback${nonsense}`)).status, 422)
    }
  })

  it('says so when the provider does not answer, and lets people sign in by password', async () => {
    const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y', nameClaim: 'sub' }
    const alone = await aWeb(await open(), { staff: { idleMinutes: 60, oidc } })
    const page = await alone.get('/sign-in/elsewhere').expect(503)
    assert.match(page.text, /name="password"/)
  })

  it('offers it on the sign-in page only where a provider is set', async () => {
    assert.match((await web.get('/sign-in')).text, /\/sign-in\/elsewhere/)
    const without = await aWeb(await open())
    assert.doesNotMatch((await without.get('/sign-in')).text, /elsewhere/)
    await without.get('/sign-in/elsewhere').expect(404)
  })
})
