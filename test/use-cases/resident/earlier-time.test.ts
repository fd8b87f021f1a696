import assert from 'node:assert/strict'
import { smtpPost } from '../../../src/messages/smtp-post.ts'
import { bookingByReference, type BookingRecord } from '../../../src/repositories/bookings.ts'
import { waitingOf } from '../../../src/repositories/waiting-list.ts'
import { BookingRefused, NotFound, NotNow } from '../../../src/use-cases/errors.ts'
import { forget } from '../../../src/use-cases/operator/forget.ts'
import { sendMessages } from '../../../src/use-cases/operator/send-messages.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { moveVisit } from '../../../src/use-cases/resident/move-visit.ts'
import { tellOfEarlier } from '../../../src/use-cases/resident/tell-of-earlier.ts'
import { stopWaiting, waitForEarlier } from '../../../src/use-cases/resident/wait-for-earlier.ts'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, anOffice, aPolicy, aRequest, aService, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'
import { readLetter, type ReadLetter } from '../../support/letter-reader.ts'
import { openMailbox } from '../../support/mailbox.ts'

// One place every Monday at 9:00, and it is Monday, 4 May 2020, 8:00.
const mondaysAtNine = [{ weekdays: ['mon'], span: { from: at('9:00'), to: at('9:20') }, channels: ['web', 'phone'] }] as const
const policy = aPolicy({
  perContact: { open: 2, perDate: 2 },
  leadMinutes: { web: 90, phone: 0, 'walk-in': 0, kiosk: 0 },
  reminderHoursBefore: [],
})
const onePlace = aCity({ desks: [aDesk({ roster: mondaysAtNine })], policy })

onBothEngines('An earlier time', open => {
  it('is told once a place comes free, to whoever waits longest, and changes nothing', async () => {
    const { house, rivals, first, second } = await waitingForMay11(await open())
    assert.equal(await tellOnce(house), 0, 'nothing is free')

    await cancelVisit(house, rivals.reference)
    const letters = await lettersAfter(house, 1)

    assert.deepEqual(letters.map(letter => letter.to).flat(), ['first@example.pl'])
    const text = letters[0]?.letter.text ?? ''
    assert.match(text, /– poniedziałek, 11 maja 2020 r\., godz\.\s9\.00, Ratusz/)
    assert.match(text, /Zmiana terminu: https:\/\/okienko\.example\/move\//)
    assert.match(text, /obecny termin zostaje:\s+Kiedy: poniedziałek, 18 maja/)
    assert.equal(letters[0]?.letter.calendar, '')
    assert.deepEqual([await dateOf(house, first), await dateOf(house, second)], ['2020-05-18', '2020-05-25'])
  })

  it('is told to the next one after half an hour, if it is still free, and to the same one not before six', async () => {
    const { house, rivals } = await waitingForMay11(await open())
    await cancelVisit(house, rivals.reference)
    assert.equal(await tellOnce(house), 1)
    house.clock.passMinutes(28)
    assert.equal(await tellOnce(house), 0)
    house.clock.passMinutes(2)
    assert.deepEqual(
      (await lettersAfter(house, 1)).flatMap(({ to }) => to),
      ['first@example.pl', 'second@example.pl'],
      'the first one was told before',
    )
    house.clock.passMinutes(6 * 60 - 34)
    assert.equal(await tellOnce(house), 0)
    house.clock.passMinutes(1)
    assert.equal(await tellOnce(house), 1, 'the first one again')
  })

  it('is told to as many as there are places', async () => {
    const { house, rivals } = await waitingForMay11(await open(), {
      ...onePlace,
      desks: ['desk-1', 'desk-2'].map(id => aDesk({ id, roster: mondaysAtNine })),
    })
    const other = await bookVisit(house, aRequest(), { language: 'pl' })
    for (const { reference } of [rivals, other]) await cancelVisit(house, reference)
    assert.equal(await tellOnce(house), 2)
  })

  it('is not told if it is nearer than the lead, or later than wanted', async () => {
    const house = await aHouse(await open(), onePlace)
    const booking = await bookVisit(house, aRequest({ date: '2020-05-18' }), { language: 'pl', email: 'a@example.pl' })
    await waitForEarlier(house, booking.reference, { scope: 'office', until: '2020-05-10' })
    assert.equal(await tellOnce(house), 0, 'today at 9:00 is nearer than 90 minutes, 11 May later than wanted')
    await waitForEarlier(house, booking.reference, { scope: 'office', until: '2020-05-11' })
    assert.equal(await tellOnce(house), 1)
  })

  it('is looked for at other offices only for those who want that', async () => {
    const elsewhere = aCity({
      ...onePlace,
      offices: [anOffice(), anOffice({ id: 'WIE', number: 2 })],
      zones: [
        aBuilding(),
        aHall(),
        aBuilding({ id: 'b2', officeId: 'WIE' }),
        aHall({ id: 'h2', officeId: 'WIE', parentId: 'b2' }),
      ],
      deskGroups: [aDeskGroup(), aDeskGroup({ id: 'far', officeId: 'WIE' })],
      desks: [
        aDesk({ roster: mondaysAtNine }),
        aDesk({ id: 'far-1', officeId: 'WIE', zoneId: 'h2', deskGroupId: 'far', roster: mondaysAtNine }),
      ],
      services: [aService({ deskGroupIds: ['counter', 'far'] })],
    })
    const { house, first } = await waitingForMay11(await open(), elsewhere)
    assert.equal(await tellOnce(house), 0)
    await waitForEarlier(house, first.reference, { scope: 'any', until: '2020-05-18' })
    assert.equal(await tellOnce(house), 1)
    assert.deepEqual((await waitingOf(house.db, first.number))?.told, [
      { officeId: 'WIE', date: '2020-05-11', start: at('9:00') },
    ])
  })

  it('is told no more once it is switched off, also where the letter is already written', async () => {
    const { house, rivals, first, second } = await waitingForMay11(await open())
    await stopWaiting(house, second.reference)
    await cancelVisit(house, rivals.reference)
    assert.equal(await tellOnce(house), 1)
    await stopWaiting(house, first.reference)
    assert.deepEqual(await sent(house), [])
    await assert.rejects(stopWaiting(house, 'AAAAAAAA'), NotFound)
  })

  it('ends with the visit, and with its cancellation', async () => {
    const { house, first, second } = await waitingForMay11(await open())
    await cancelVisit(house, first.reference)
    await tellOnce(house)
    assert.equal(await waitingOf(house.db, first.number), undefined)
    assert.ok(await waitingOf(house.db, second.number))
    house.clock.set('2020-05-26T08:00')
    await forget(house)
    assert.equal(await waitingOf(house.db, second.number), undefined)
  })

  it('goes on after a move, from the new time', async () => {
    const { house, rivals, second } = await waitingForMay11(await open())
    await cancelVisit(house, rivals.reference)
    await moveVisit(house, second.reference, { officeId: 'CA', date: '2020-05-11', start: at('9:00') })
    assert.equal(await tellOnce(house), 0)
    assert.ok(await waitingOf(house.db, second.number))
  })

  it('can be had with an address given afterwards, within the limit of bookings for it', async () => {
    const house = await aHouse(await open(), onePlace)
    const booking = await bookVisit(house, aRequest({ date: '2020-05-18' }), { language: 'uk' })
    await waitForEarlier(house, booking.reference, { scope: 'office', until: '2020-05-18', email: 'oleh@example.org' })
    assert.equal((await bookingByReference(house.db, booking.reference))?.contact.email, 'oleh@example.org')
    assert.equal(await tellOnce(house), 1)

    const more = ['2020-05-25', '2020-06-08'].map(date => bookVisit(house, aRequest({ date }), { language: 'uk' }))
    const [next, last] = (await Promise.all(more)) as [BookingRecord, BookingRecord]
    const wish = { scope: 'office', until: '2020-05-18', email: 'oleh@example.org' } as const
    await waitForEarlier(house, next.reference, wish)
    await assert.rejects(waitForEarlier(house, last.reference, wish), BookingRefused)
  })

  it('cannot be waited for once the visit is over or called off', async () => {
    const house = await aHouse(await open(), onePlace)
    const [one, other] = [
      await bookVisit(house, aRequest(), mail('a')),
      await bookVisit(house, aRequest({ date: '2020-05-18' }), mail('b')),
    ]
    await cancelVisit(house, one.reference)
    house.clock.set('2020-05-18T09:00')
    for (const { reference } of [one, other]) {
      await assert.rejects(waitForEarlier(house, reference, { scope: 'office', until: '2020-05-18' }), NotNow)
    }
  })

  it('is told by one process at a time', async () => {
    const { house, rivals } = await waitingForMay11(await open())
    await cancelVisit(house, rivals.reference)
    house.clock.passMinutes(2)
    const told = await Promise.all([tellOfEarlier(house), tellOfEarlier(house), tellOfEarlier(house)])
    assert.deepEqual(told.toSorted(), [0, 0, 1])
  })
})

/** The places of 4 and 11 May are taken; two with an address have those of 18 and 25 May, and wait for an earlier one. */
async function waitingForMay11(db: TestHouse['db'], city = onePlace) {
  const house = await aHouse(db, city)
  const rivals = await bookVisit(house, aRequest(), { language: 'pl' })
  const first = await bookVisit(house, aRequest({ date: '2020-05-18' }), mail('first'))
  const second = await bookVisit(house, aRequest({ date: '2020-05-25' }), mail('second'))
  if (city !== onePlace && city.offices.length === 1) await bookVisit(house, aRequest({ date: '2020-05-18' }), { language: 'pl' })
  await waitForEarlier(house, first.reference, { scope: 'office', until: '2020-05-18' })
  house.clock.passMinutes(1)
  await waitForEarlier(house, second.reference, { scope: 'office', until: '2020-05-18' })
  return { house, rivals, first, second }
}

function mail(name: string) {
  return { language: 'pl', email: `${name}@example.pl` } as const
}

async function tellOnce(house: TestHouse): Promise<number> {
  house.clock.passMinutes(1)
  return tellOfEarlier(house)
}

/** Tells so many, and answers the letters about earlier times that were not sent before. */
async function lettersAfter(house: TestHouse, told: number) {
  assert.equal(await tellOnce(house), told)
  return sent(house)
}

async function sent(house: TestHouse): Promise<{ to: readonly string[]; letter: ReadLetter }[]> {
  const mailbox = await openMailbox()
  const addressOf = (reference: string, page: string) => `https://okienko.example/${page}/${reference}`
  await sendMessages(house, smtpPost(mailbox.url, 'Okienko <okienko@miasteczko.example>'), addressOf)
  await mailbox.stop()
  return mailbox.letters
    .map(letter => ({ to: letter.to, letter: readLetter(letter) }))
    .filter(({ letter }) => letter.subject.startsWith('Są wcześniejsze terminy'))
}

async function dateOf(house: TestHouse, { reference }: BookingRecord): Promise<string | undefined> {
  return (await bookingByReference(house.db, reference))?.date
}
