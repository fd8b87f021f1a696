import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { openMailbox } from './mailbox.ts'
import { plugInPrinter } from './printer.ts'

describe('The mailbox', () => {
  const letter = { from: 'urzad@example.org', to: 'anna@example.org', subject: 'Potwierdzenie', text: 'Zapraszamy.' }

  it('keeps what is sent to it', async () => {
    const mailbox = await openMailbox()
    await createTransport(mailbox.url).sendMail(letter)
    assert.deepEqual(mailbox.letters[0]?.to, ['anna@example.org'])
    assert.match(mailbox.letters[0].source, /Subject: Potwierdzenie/)
    await mailbox.stop()
  })

  it('turns a stranger away once, if it greylists', async () => {
    const mailbox = await openMailbox({ greylists: true })
    const transport = createTransport(mailbox.url)
    await assert.rejects(transport.sendMail(letter), { responseCode: 451 })
    await transport.sendMail(letter)
    assert.equal(mailbox.letters.length, 1)
    assert.equal(mailbox.turnedAway(), 1)
    await mailbox.stop()
  })
})

describe('The printer', () => {
  it('keeps each connection as one job', async () => {
    const printer = await plugInPrinter()
    for (const bytes of ['first', 'second']) {
      const socket = connect(printer.port, printer.host)
      socket.end(bytes)
      await once(socket, 'close')
    }
    assert.deepEqual([await printer.job(1), await printer.job(2)].map(String), ['first', 'second'])
    await printer.stop()
  })
})
