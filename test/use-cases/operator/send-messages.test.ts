import assert from 'node:assert/strict'
import ICAL from 'ical.js'
import { smtpPost } from '../../../src/messages/smtp-post.ts'
import { countMessages } from '../../../src/repositories/outbox.ts'
import { forget } from '../../../src/use-cases/operator/forget.ts'
import { sendMessages } from '../../../src/use-cases/operator/send-messages.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { moveVisit } from '../../../src/use-cases/resident/move-visit.ts'
import { bookingByReference } from '../../../src/repositories/bookings.ts'
import { aRequest, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'
import { readLetter } from '../../support/letter-reader.ts'
import { openMailbox } from '../../support/mailbox.ts'

const jan = { language: 'pl', email: 'jan@example.pl' } as const
const addressOf = (reference: string) => `https://okienko.example/bookings/${reference}?key=secret`

async function send(house: TestHouse, url: string): Promise<number> {
  return sendMessages(house, smtpPost(url, 'Okienko <okienko@miasteczko.example>'), addressOf)
}

onBothEngines('Mail', open => {
  it('tells of a booking in its language, with a calendar file, and once', async () => {
    const house = await aHouse(await open())
    const mailbox = await openMailbox()
    const { reference } = await bookVisit(house, aRequest(), jan)

    assert.equal(await send(house, mailbox.url), 1)
    assert.equal(await send(house, mailbox.url), 0)
    await mailbox.stop()

    const [letter] = mailbox.letters.map(readLetter)
    assert.equal(mailbox.letters.length, 1)
    assert.match(letter?.subject ?? '', /^Potwierdzenie wizyty: poniedziałek,\s11\smaja\s2020\sr\., godz\.\s9\.00$/)
    assert.match(letter?.text ?? '', new RegExp(`${reference.slice(0, 4)}-${reference.slice(4)}`))
    const event = new ICAL.Component(ICAL.parse(letter?.calendar ?? '') as never).getFirstSubcomponent('vevent')
    assert.equal(String(event?.getFirstPropertyValue('dtstart')), '2020-05-11T07:00:00Z')
  })

  it('is tried again where the server asks for patience', async () => {
    const house = await aHouse(await open())
    const mailbox = await openMailbox({ greylists: true })
    await bookVisit(house, aRequest(), jan)

    assert.equal(await send(house, mailbox.url), 0)
    assert.equal(await send(house, mailbox.url), 0, 'it must wait before it tries again')
    house.clock.passMinutes(10)
    assert.equal(await send(house, mailbox.url), 1)
    await mailbox.stop()
  })

  it('is sent once by several processes, however slow the server is', async () => {
    const house = await aHouse(await open())
    for (const start of ['9:00', '10:00', '11:00', '12:00']) {
      await bookVisit(house, aRequest({ start: at(start) }), { ...jan, email: `jan-${at(start)}@example.pl` })
    }
    const taken: string[] = []
    const quick = ({ id }: { id: string }) => Promise.resolve(void taken.push(id))
    const slow = async (mail: { id: string }) => {
      await quick(mail)
      house.clock.passMinutes(4)
      if (taken.length === 2) await sendMessages(house, quick, addressOf)
    }
    await sendMessages(house, slow, addressOf)
    assert.deepEqual([taken.length, new Set(taken).size], [4, 4])
  })

  it('is not begun any more once the program is to stop', async () => {
    const house = await aHouse(await open())
    for (const start of ['9:00', '10:00']) await bookVisit(house, aRequest({ start: at(start) }), jan)
    const stopping = new AbortController()
    const last = () => Promise.resolve(stopping.abort())
    assert.equal(await sendMessages(house, last, addressOf, stopping.signal), 1)
    assert.equal(await sendMessages(house, last, addressOf), 1, 'the other is free for whoever comes next')
  })

  it('reminds of a visit two days before, but not of one that was moved or cancelled', async () => {
    const house = await aHouse(await open())
    const mailbox = await openMailbox()
    const moved = await bookVisit(house, aRequest({ date: '2020-05-07' }), jan)
    await bookVisit(house, aRequest({ date: '2020-05-08' }), { language: 'en', email: 'ann@example.org' })
    const gone = await bookVisit(house, aRequest({ date: '2020-05-08', start: at('10:00') }), {
      language: 'uk',
      email: 'oleh@example.org',
    })
    await moveVisit(house, moved.reference, { officeId: 'CA', date: '2020-05-29', start: at('9:00') })
    await cancelVisit(house, gone.reference)
    await send(house, mailbox.url)
    const before = mailbox.letters.length

    house.clock.set('2020-05-07T09:01')
    await send(house, mailbox.url)
    await mailbox.stop()

    assert.deepEqual(
      mailbox.letters.slice(before).map(letter => readLetter(letter).subject),
      ['Reminder of your appointment: Friday, 8 May 2020, 9:00'],
    )
  })

  it('forgets whom it wrote to, and who came, some time after the visit', async () => {
    const house = await aHouse(await open())
    const mailbox = await openMailbox()
    const { reference } = await bookVisit(house, aRequest(), jan)
    await send(house, mailbox.url)
    await mailbox.stop()

    house.clock.set('2020-06-10T09:00')
    assert.equal((await forget(house)).contacts, 0)
    house.clock.set('2020-06-11T09:00')
    assert.equal((await forget(house)).contacts, 1)

    assert.equal((await bookingByReference(house.db, reference))?.contact.email, undefined)
    const recipients = (await house.db('outbox').select('recipient')) as { recipient: string }[]
    assert.ok(recipients.some(row => row.recipient === ''))
    assert.equal((await countMessages(house.db))['sent'], 1)
  })
})
