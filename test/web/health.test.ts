import assert from 'node:assert/strict'
import { onBothEngines } from '../support/database.ts'
import { aWeb } from '../support/web.ts'

const token = 'a token of the tests'

onBothEngines('Operators', open => {
  it('are told that it lives, and that it can serve', async () => {
    const { get } = await aWeb(await open())
    assert.equal((await get('/healthz')).status, 200)
    assert.equal((await get('/readyz')).status, 200)
  })

  it('are told that it cannot serve when the schema is older than the program', async () => {
    const { house, get } = await aWeb(await open())
    const [, last] = (await house.db('knex_migrations').orderBy('id', 'desc').select('id')) as { id: number }[]
    await house
      .db('knex_migrations')
      .where('id', '>', last?.id ?? 0)
      .delete()
    assert.equal((await get('/readyz')).status, 503)
  })

  it('are told that it cannot serve when the database is gone, but lives', async () => {
    const { house, get } = await aWeb(await open())
    await house.db.destroy()
    assert.equal((await get('/readyz')).status, 503)
    assert.equal((await get('/healthz')).status, 200)
  })

  it('read from this machine what was asked, by pattern', async () => {
    const { get } = await aWeb(await open())
    await get('/api/v1/services/id-card/times?from=2020-05-11&to=2020-05-11')
    const { text } = await get('/metrics')
    assert.match(
      text,
      /okienko_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/services\/:service\/times",status="200"\} 1/,
    )
    assert.doesNotMatch(text, /id-card/)
  })

  it('read from elsewhere only with the token', async () => {
    const { get } = await aWeb(await open(), { metricsToken: token })
    const elsewhere = () => get('/metrics').set('X-Forwarded-For', '203.0.113.1')
    assert.equal((await elsewhere()).status, 403)
    assert.equal((await elsewhere().set('Authorization', 'Bearer another')).status, 403)
    assert.equal((await elsewhere().set('Authorization', `Bearer ${token}`)).status, 200)
  })

  it('see bookings made, and refused by reason', async () => {
    const { get, post } = await aWeb(await open())
    const visit = { service: 'id-card', office: 'CA', date: '2020-05-11', time: '09:00', persons: 1 }
    for (const status of [201, 201, 409]) assert.equal((await post('/api/v1/bookings').send(visit)).status, status)
    const { text } = await get('/metrics')
    assert.match(text, /okienko_bookings_made_total\{channel="web"\} 2/)
    assert.match(text, /okienko_bookings_refused_total\{reason="no-desk"\} 1/)
  })
})
