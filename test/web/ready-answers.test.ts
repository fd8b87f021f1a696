import assert from 'node:assert/strict'
import express from 'express'
import request from 'supertest'
import { newReadyAnswers, sendReady } from '../../src/web/ready-answers.ts'

describe('A ready answer', () => {
  /** An app whose answer is made of `state`, and counts how often it was made. */
  function anApp() {
    const ready = newReadyAnswers()
    const at = { state: 'one', made: 0 }
    const app = express().get('/', (req, res) => {
      const make = () => `${++at.made} ${at.state} ${'x'.repeat(2000)}`
      sendReady(ready, req, res, { key: 'it', state: at.state, type: 'text/plain', cacheControl: 'no-cache', make })
    })
    return { at, ask: () => request(app).get('/') }
  }

  it('is made once while nothing changes', async () => {
    const { at, ask } = anApp()
    assert.equal((await ask()).text, (await ask()).text)
    assert.equal(at.made, 1)
  })

  it('is made again once what it was made of has changed', async () => {
    const { at, ask } = anApp()
    const before = await ask()
    at.state = 'two'
    const after = await ask()
    assert.match(after.text, /^2 two/)
    assert.notEqual(after.headers['etag'], before.headers['etag'])
  })

  it('has no body for whoever has it already', async () => {
    const { at, ask } = anApp()
    const etag = (await ask()).headers['etag'] ?? ''
    const again = await ask().set('If-None-Match', `"other", ${etag}`)
    assert.deepEqual([again.status, again.text, again.headers['etag']], [304, '', etag])
    assert.equal((await ask().set('If-None-Match', etag.replace('W/', ''))).status, 304)
    at.state = 'two'
    assert.equal((await ask().set('If-None-Match', etag)).status, 200)
  })

  it('goes packed to whoever can unpack it, and says the same', async () => {
    const { ask } = anApp()
    const packed = await ask().set('Accept-Encoding', 'br, gzip')
    const plain = await ask().set('Accept-Encoding', 'gzip;q=0')
    assert.deepEqual([packed.headers['content-encoding'], plain.headers['content-encoding']], ['gzip', undefined])
    assert.equal(packed.text, plain.text)
    assert.ok(Number(packed.headers['content-length']) < Number(plain.headers['content-length']) / 10)
    assert.equal(packed.headers['vary'], 'Accept-Encoding')
  })
})
