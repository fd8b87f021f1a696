import assert from 'node:assert/strict'
import { neighbourhoodOf } from '../../src/web/middleware/rate-limit.ts'
import { onBothEngines } from '../support/database.ts'
import { aWeb } from '../support/web.ts'

onBothEngines('An address that asks too often', open => {
  it('is told on a page when to come back', async () => {
    const { get } = await aWeb(await open(), { readsPerMinute: 2 })
    assert.deepEqual([(await get('/api')).status, (await get('/api')).status], [200, 200])
    const refused = await get('/api').set('Accept', 'text/html').set('Accept-Language', 'en')
    assert.equal(refused.status, 429)
    assert.ok(Number(refused.headers['retry-after']) > 0 && Number(refused.headers['retry-after']) <= 60)
    assert.match(refused.text, /<html lang="en">/)
  })

  it('is told by the API as a problem, reading and booking apart', async () => {
    const { get, post } = await aWeb(await open(), { readsPerMinute: 1, bookingsPerMinute: 1 })
    assert.equal((await post('/api/v1/bookings').send({})).status, 422)
    const refused = await post('/api/v1/holds').send({})
    assert.deepEqual([refused.status, refused.headers['content-type']], [429, 'application/problem+json; charset=utf-8'])
    assert.equal((await get('/api/v1/offices')).status, 200)
  })

  it('keeps nobody from style, health or another address', async () => {
    const { get } = await aWeb(await open(), { readsPerMinute: 1, trustProxy: 1 })
    const from = (address: string) => get('/api').set('X-Forwarded-For', address)
    assert.deepEqual([(await from('203.0.113.1')).status, (await from('203.0.113.1')).status], [200, 429])
    assert.equal((await from('203.0.113.2')).status, 200)
    assert.equal((await get('/healthz').set('X-Forwarded-For', '203.0.113.1')).status, 200)
  })

  it('may be that of an office with many desks', async () => {
    const { get } = await aWeb(await open(), { readsPerMinute: 1 })
    const statuses = [await get('/desk'), await get('/desk'), await get('/api'), await get('/api')].map(answer => answer.status)
    assert.deepEqual(statuses.slice(2), [200, 429])
    assert.ok(statuses.slice(0, 2).every(status => status !== 429))
  })

  it('cannot pretend to be another where no proxy is trusted', async () => {
    const { get } = await aWeb(await open(), { readsPerMinute: 1 })
    const from = (address: string) => get('/api').set('X-Forwarded-For', address)
    assert.deepEqual([(await from('203.0.113.1')).status, (await from('203.0.113.2')).status], [200, 429])
  })
})

describe('A neighbourhood', () => {
  it('is an IPv4 address, or the first 64 bits of an IPv6 address', () => {
    assert.equal(neighbourhoodOf('203.0.113.9'), '203.0.113.9')
    assert.equal(neighbourhoodOf('::ffff:203.0.113.9'), '203.0.113.9')
    assert.equal(neighbourhoodOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2')
    assert.equal(neighbourhoodOf('2001:db8:1:2::6'), '2001:db8:1:2')
    assert.equal(neighbourhoodOf('2001:db8::6'), '2001:db8:0:0')
    assert.equal(neighbourhoodOf('::1'), '0:0:0:0')
  })
})
