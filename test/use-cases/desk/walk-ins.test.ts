import assert from 'node:assert/strict'
import { bookingsOfDay } from '../../../src/repositories/bookings.ts'
import { admitWalkIn, type WalkIn } from '../../../src/use-cases/desk/admit-walk-in.ts'
import { bookForCaller } from '../../../src/use-cases/desk/book-for-caller.ts'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import { noteAccommodation } from '../../../src/use-cases/desk/note-accommodation.ts'
import { KeyReused, NotFound } from '../../../src/use-cases/errors.ts'
import { aCity, aDesk, aNeed, aParty, aPolicy, aService, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo, keyOfVisit, violations } from '../../support/desk.ts'
import { aHouse } from '../../support/house.ts'

const oneDesk = { desks: [aDesk()] }
const letters = aService({
  id: 'letters',
  number: 2,
  ways: { online: undefined, dropBox: true, post: true, inPerson: 'optional', appointment: 'not-needed' },
})
const interpreter = aNeed({ id: 'interpreter', noticeWorkingDays: 3, extraMinutes: 20 })

onBothEngines('Walk-ins and the phone', open => {
  it('gives a ticket for a time that the plan holds', async () => {
    const house = await aHouse(await open(), aCity(oneDesk))
    await booked(house, '9:20')
    goTo(house, '9:05')
    const answer = await admitWalkIn(house, aWalkIn())
    assert.ok(answer.kind === 'admitted')
    const { booking, ticket } = answer.visit
    assert.deepEqual([booking.status, booking.channel, booking.start], ['arrived', 'walk-in', at('9:40')])
    assert.deepEqual([ticket.code, ticket.bookedStart], ['A001', undefined])
    assert.deepEqual(await violations(house), [])
    assert.deepEqual(await callNext(house, deskDay, 'desk-1'), { kind: 'not-yet', waiting: 1, notBefore: at('9:40') })
  })

  it('counts as many persons as the matter takes', async () => {
    const house = await aHouse(await open(), aCity({ services: [aService({ personsAtLeast: 2 })] }))
    goTo(house, '9:05')
    const answer = await admitWalkIn(house, aWalkIn())
    assert.equal(answer.kind === 'admitted' && answer.visit.booking.party.persons, 2)
    assert.deepEqual(await violations(house), [])
  })

  it('answers the nearest times where the plan holds nobody soon', async () => {
    const house = await aHouse(
      await open(),
      aCity({ ...oneDesk, policy: aPolicy({ queue: { walkInAfterBooked: 3, walkInWithinMinutes: 15 } }) }),
    )
    await booked(house, '9:20')
    goTo(house, '9:05')
    const answer = await admitWalkIn(house, aWalkIn())
    assert.ok(answer.kind === 'later')
    assert.deepEqual([answer.refusal.reason, answer.alternatives[0]?.start], ['no-desk', at('9:40')])
    assert.equal((await bookingsOfDay(house.db, deskDay)).length, 1)
  })

  it('answers a second press with the same ticket', async () => {
    const house = await aHouse(await open())
    goTo(house, '9:00')
    const once = { key: 'k'.repeat(64), fingerprint: 'f'.repeat(64) }
    const answers = await Promise.all([1, 2, 3].map(() => admitWalkIn(house, aWalkIn({ channel: 'kiosk' }), { once })))
    const codes = answers.map(answer => answer.kind === 'admitted' && answer.visit.ticket.code)
    assert.deepEqual(codes, ['A001', 'A001', 'A001'])
    await assert.rejects(admitWalkIn(house, aWalkIn(), { once: { ...once, fingerprint: 'x'.repeat(64) } }), KeyReused)
  })

  it('serves matters for which no appointment is needed', async () => {
    const house = await aHouse(await open(), aCity({ services: [aService(), letters] }))
    goTo(house, '9:00')
    assert.equal((await admitWalkIn(house, aWalkIn({ serviceId: 'letters' }))).kind, 'admitted')
    await assert.rejects(admitWalkIn(house, aWalkIn({ serviceId: 'dragons' })), NotFound)
  })

  it('books for a caller without an address, and spells the reference', async () => {
    const house = await aHouse(await open())
    const { spelled, booking } = await bookForCaller(
      house,
      { ...aWalkIn(), date: deskDay.date, start: at('9:00') },
      { language: 'pl' },
    )
    assert.deepEqual([booking.channel, booking.contact, spelled.join('')], ['phone', { language: 'pl' }, booking.reference])
    assert.equal(spelled.length, 4)
  })

  it('notes an accommodation, and finds its minutes where they are free', async () => {
    const house = await aHouse(await open(), aCity({ ...oneDesk, needs: [interpreter] }))
    const visit = { booking: await booked(house, '9:00') }
    const noted = await noteAccommodation(house, keyOfVisit(visit), ['interpreter'])
    assert.deepEqual([noted.inFull, noted.visit.booking.needs, noted.visit.booking.end], [true, ['interpreter'], at('9:40')])

    const next = { booking: await booked(house, '9:40') }
    await booked(house, '10:00')
    const squeezed = await noteAccommodation(house, keyOfVisit(next), ['interpreter'])
    assert.deepEqual([squeezed.inFull, squeezed.visit.booking.end], [false, at('10:00')])
    await assert.rejects(noteAccommodation(house, keyOfVisit(next), ['dragon']), NotFound)
    assert.deepEqual(await violations(house), [])
  })
})

function aWalkIn(changes: Partial<WalkIn> = {}): WalkIn {
  return {
    officeId: 'CA',
    serviceId: 'id-card',
    party: aParty(),
    needs: [],
    groups: [],
    channel: 'walk-in',
    language: 'pl',
    ...changes,
  }
}
