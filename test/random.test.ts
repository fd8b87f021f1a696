import assert from 'node:assert/strict'
import { randomSource } from '../src/random.ts'

describe('Random bytes', () => {
  it('come as many as are asked for, more than are drawn at once as well', () => {
    const random = randomSource()
    assert.deepEqual(
      [1, 7, 9, 4096, 10_000].map(count => random(count).length),
      [1, 7, 9, 4096, 10_000],
    )
  })

  it('are never given twice, and stay what they were', () => {
    const random = randomSource()
    const given = Array.from({ length: 5000 }, () => random(9))
    const texts = given.map(bytes => Buffer.from(bytes).toString('hex'))
    random(4096)
    assert.equal(new Set(texts).size, texts.length)
    assert.deepEqual(
      given.map(bytes => Buffer.from(bytes).toString('hex')),
      texts,
    )
  })

  it('take every value', () => {
    assert.equal(new Set(randomSource()(20_000)).size, 256)
  })
})
