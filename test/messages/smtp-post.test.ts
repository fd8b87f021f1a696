import assert from 'node:assert/strict'
import { smtpPost } from '../../src/messages/smtp-post.ts'
import { openSilentServer } from '../support/mailbox.ts'

const mail = { language: 'pl', subject: 'Wizyta', text: 'Dzień dobry', to: 'jan@example.pl', id: 'letter-1' } as const

describe('Mail to a server that takes the connection and says nothing', function () {
  this.timeout(30_000)

  it('is given up soon', async () => {
    const server = await openSilentServer()
    const began = Date.now()
    await assert.rejects(smtpPost(server.url, 'okienko@example.pl')(mail), { code: 'ETIMEDOUT' })
    assert.ok(Date.now() - began < 20_000)
    await server.stop()
  })
})
