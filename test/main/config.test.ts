import assert from 'node:assert/strict'
import { ConfigError, configOf } from '../../src/config.ts'

describe('The settings', () => {
  it('are all optional', () => {
    const config = configOf({})
    assert.deepEqual([config.PORT, config.HOST, config.DATABASE_URL], [3000, '127.0.0.1', 'file:var/okienko.sqlite3'])
    assert.deepEqual([config.OKIENKO_CITY, config.LOG_LEVEL, config.TRUST_PROXY], ['db/seeds/krakow', 'info', 0])
    assert.deepEqual([config.RATE_LIMIT_READS_PER_MINUTE, config.RATE_LIMIT_BOOKINGS_PER_MINUTE], [6000, 300])
    assert.equal(config.OKIENKO_CLOCK, undefined)
  })

  it('take an empty value for an absent one', () => {
    assert.equal(configOf({ PORT: '', OKIENKO_CLOCK: ' ' }).PORT, 3000)
  })

  it('understand what an operator writes', () => {
    const config = configOf({
      PORT: '0',
      DATABASE_URL: 'postgres://okienko@db/okienko',
      OKIENKO_CLOCK: '2020-05-11T07:55',
      BASE_URL: 'https://okienko.example/',
      TRUST_PROXY: '1',
      SMTP_URL: 'smtp://mail.example:587',
      MAIL_FROM: 'Okienko <okienko@miasto.example>',
    })
    assert.deepEqual([config.PORT, config.TRUST_PROXY, config.OKIENKO_CLOCK], [0, 1, '2020-05-11T07:55'])
    assert.equal(config.BASE_URL, 'https://okienko.example')
    assert.equal(configOf({ TRUST_PROXY: '10.0.0.0/8' }).TRUST_PROXY, '10.0.0.0/8')
  })

  const wrong = [
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://db'],
    ['OKIENKO_CLOCK', '2020-05-11T07:55Z'],
    ['OKIENKO_CLOCK', '2020-02-30T07:55'],
    ['BASE_URL', 'okienko.example'],
    ['BASE_URL', 'ftp://okienko.example'],
    ['BASE_URL', 'https://miasto.example/okienko'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', 'short'],
    ['MAIL_FROM', 'nobody'],
    ['RATE_LIMIT_READS_PER_MINUTE', '-1'],
  ] as const
  for (const [name, value] of wrong) {
    it(`refuse ${name}=${value} in one sentence that names it`, () => {
      assert.throws(
        () => configOf({ [name]: value }),
        (error: unknown) => {
          assert.ok(error instanceof ConfigError)
          assert.match(error.message, new RegExp(`^The settings are wrong: ${name} [^;]*\\.$`))
          return true
        },
      )
    })
  }

  it('name every fault at once', () => {
    assert.throws(() => configOf({ PORT: 'x', LOG_LEVEL: 'x' }), /PORT .*; LOG_LEVEL /)
  })

  it('ask for a sender where mail is to be sent', () => {
    assert.throws(() => configOf({ SMTP_URL: 'smtp://mail.example' }), /MAIL_FROM is needed/)
  })
})
