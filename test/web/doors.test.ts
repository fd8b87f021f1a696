import assert from 'node:assert/strict'
import request from 'supertest'
import { onBothEngines } from '../support/database.ts'
import { aWeb, type TestWeb } from '../support/web.ts'

onBothEngines('Every request', open => {
  let web: TestWeb
  before(async () => (web = await aWeb(await open())))

  it('meets a policy that lets nothing run or be styled in the page itself', async () => {
    const { get } = web
    const policy = (await get('/api')).headers['content-security-policy'] ?? ''
    assert.match(policy, /default-src 'self'/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.match(policy, /form-action 'self'/)
    assert.doesNotMatch(policy, /unsafe|https:|upgrade-insecure-requests/)
  })

  it('lets a browser do nothing with what the API answers, errors too', async () => {
    for (const [path, status] of [
      ['/offices', 200],
      ['/nowhere', 404],
      ['/offices/%ZZ', 404],
    ] as const) {
      const { headers, ...answer } = await web.get(`/api/v1${path}`)
      assert.equal(answer.status, status, path)
      assert.equal(headers['content-security-policy'], "default-src 'none';frame-ancestors 'none'", path)
      assert.equal(headers['x-content-type-options'], 'nosniff', path)
      assert.equal(headers['x-frame-options'], 'DENY', path)
    }
  })

  it('is told to come by https only where the public address says so', async () => {
    const { get } = await aWeb(await open(), { baseUrl: 'https://okienko.example' })
    const { headers } = await get('/api')
    assert.match(headers['content-security-policy'] ?? '', /upgrade-insecure-requests/)
    assert.match(headers['strict-transport-security'] ?? '', /max-age/)
  })

  it('gets no cookie before one is needed', async () => {
    const { get } = web
    for (const path of ['/', '/api', '/nowhere', '/api/v1/offices']) {
      assert.equal((await get(path).set('Accept-Language', 'en')).headers['set-cookie'], undefined, path)
    }
  })

  it('is told which request it was, and nothing about the program', async () => {
    const { get } = web
    const { headers } = await get('/healthz')
    assert.match(headers['x-request-id'] ?? '', /^[\w-]{8,}$/)
    assert.equal(headers['x-powered-by'], undefined)
  })

  it('may keep style and fonts for good', async () => {
    const { get } = web
    const page = await get('/api')
    const style = /href="(\/assets\/main\.[0-9a-f]{10}\.css)"/.exec(page.text)?.[1] ?? ''
    const sent = await get(style).set('Accept-Encoding', 'gzip')
    assert.equal(sent.status, 200)
    assert.equal(sent.headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(sent.headers['content-encoding'], 'gzip')

    const font = /url\('(\/assets\/noto-sans-latin-400-normal\.[0-9a-f]{10}\.woff2)'\)/.exec(sent.text)?.[1] ?? ''
    assert.equal((await get(font)).headers['content-type'], 'font/woff2')
  })
})

onBothEngines('What cannot be answered', open => {
  it('is said on a page to a reader, in his language', async () => {
    const { get } = await aWeb(await open())
    const page = await get('/nowhere').set('Accept', 'text/html').set('Accept-Language', 'uk-UA,uk;q=0.9')
    assert.equal(page.status, 404)
    assert.match(page.text, /<html lang="uk">/)
    assert.equal(page.headers['content-language'], 'uk')
  })

  it('is said as a problem to a program', async () => {
    const { get } = await aWeb(await open())
    for (const path of ['/nowhere', '/api/v1/nowhere']) {
      const answer = await get(path).set('Accept', 'application/json')
      assert.equal(answer.status, 404)
      assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/)
      assert.equal((answer.body as { status: number }).status, 404)
    }
  })

  it('is 400 for broken JSON, 413 for a body too large, 415 for another kind, 405 for another method', async () => {
    const { app, post } = await aWeb(await open())
    const json = () => post('/api/v1/bookings').set('Content-Type', 'application/json')
    assert.equal((await json().send('{"service":')).status, 400)
    assert.equal((await json().send(JSON.stringify({ service: 'x'.repeat(20_000) }))).status, 413)
    assert.equal((await json().set('Content-Encoding', 'odd').send('{}')).status, 415)
    assert.equal((await post('/api/v1/bookings').type('text/plain').send('{}')).status, 415)
    const deleted = await request(app).delete('/api/v1/bookings')
    assert.deepEqual([deleted.status, deleted.headers['allow']], [405, 'POST, OPTIONS'])
  })

  it('is 503 while no city is loaded', async () => {
    const web = await aWeb(await open())
    await web.house.db('city_versions').delete()
    assert.equal((await web.get('/api/v1/offices')).status, 503)
  })

  it('tells nothing of what is wrong inside', async () => {
    const web = await aWeb(await open())
    await web.house.db.schema.renameTable('city_versions', 'gone')
    const answer = await web.get('/api/v1/offices')
    assert.equal(answer.status, 500)
    assert.doesNotMatch(answer.text, /city_versions|select|\bat /i)
  })
})

onBothEngines('The language of a page', open => {
  let web: TestWeb
  before(async () => (web = await aWeb(await open())))

  const languageOf = (text: string) => /<html lang="(\w+)">/.exec(text)?.[1]

  it('is Polish unless the reader asks otherwise', async () => {
    const { get } = web
    assert.equal(languageOf((await get('/api')).text), 'pl')
    assert.equal(languageOf((await get('/api').set('Accept-Language', 'de, fr;q=0.5')).text), 'pl')
  })

  it('is what the browser likes best of ours', async () => {
    const { get } = web
    assert.equal(languageOf((await get('/api').set('Accept-Language', 'de, en-GB;q=0.5, uk;q=0.7')).text), 'uk')
    assert.equal(languageOf((await get('/api').set('Accept-Language', 'en;q=0, *;q=0.1')).text), 'pl')
  })

  it('is what was chosen, then and later', async () => {
    const { get } = web
    const chosen = await get('/api?lang=en').set('Accept-Language', 'uk')
    assert.equal(languageOf(chosen.text), 'en')
    const cookie = chosen.headers['set-cookie']?.[0] ?? ''
    assert.match(cookie, /^okienko_lang=en; Max-Age=\d+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
    assert.equal(
      languageOf(
        (
          await get('/api')
            .set('Cookie', `a=b; ${cookie.split(';')[0]}`)
            .set('Accept-Language', 'uk')
        ).text,
      ),
      'en',
    )
  })

  it('is not changed by nonsense', async () => {
    const { get } = web
    for (const path of ['/api?lang=klingon', '/api?lang=pl&lang=en', '/api?lang[]=en']) {
      const page = await get(path).set('Cookie', 'okienko_lang=;;=')
      assert.deepEqual([languageOf(page.text), page.headers['set-cookie']], ['pl', undefined], path)
    }
  })
})

onBothEngines('A form', open => {
  let web: TestWeb
  before(async () => (web = await aWeb(await open())))

  const sent = async (headers: Record<string, string>) => {
    const { post } = web
    return (await post('/nowhere').set(headers).type('form').send('a=1')).status
  }

  it('from another site is refused', async () => {
    assert.equal(await sent({ 'Sec-Fetch-Site': 'cross-site' }), 403)
    assert.equal(await sent({ 'Sec-Fetch-Site': 'same-site' }), 403)
    assert.equal(await sent({ Origin: 'https://elsewhere.example' }), 403)
    assert.equal(await sent({ Origin: 'null' }), 403)
  })

  it('from our own pages is taken', async () => {
    assert.equal(await sent({ 'Sec-Fetch-Site': 'same-origin' }), 404)
    assert.equal(await sent({ Origin: 'http://okienko.example', Host: 'okienko.example' }), 404)
    assert.equal(await sent({}), 404)
  })

  it('behind a proxy that names itself is known by the public address', async () => {
    const { post } = await aWeb(await open(), { baseUrl: 'https://okienko.example' })
    assert.equal((await post('/nowhere').set('Origin', 'https://okienko.example').send()).status, 404)
  })
})
