import assert from 'node:assert/strict'
import { aCity, aDesk, aParty, aPolicy, at } from '../support/builders.ts'
import { onBothEngines } from '../support/database.ts'
import { openDeskProcesses, type DeskProcesses, type Raced } from './desk-processes.ts'

const clerks = 20
const deskIds = Array.from({ length: clerks }, (_, nth) => `desk-${nth + 1}`)
const city = aCity({
  desks: deskIds.map((id, nth) => aDesk({ id, label: String(nth + 1) })),
  policy: aPolicy({ queue: { walkInAfterBooked: 3, walkInWithinMinutes: 15 } }),
})
const wish = (channel: 'web' | 'phone') => ({
  ...{ officeId: 'CA', date: '2020-05-11', serviceId: 'id-card', party: aParty(), needs: [], groups: [], channel },
})

onBothEngines('Twenty clerks and two kiosks in four processes', (_open, engine) => {
  let house: DeskProcesses

  beforeEach(async function () {
    this.timeout(60_000)
    house = await openDeskProcesses(await engine.freshUrl(), city, 4)
  })
  afterEach(() => house.stop())

  const book = (time: string, count: number) =>
    house.race(
      '07:00',
      Array.from({ length: count }, () => ['book-at', { request: { ...wish('web'), start: at(time) } }] as const),
    )
  const numbersOf = (raced: readonly Raced<'book-at'>[]) => raced.map(each => answerOf(each)?.number ?? 0)
  const verified = async () => assert.equal(await house.one('17:00', 'verify', {}), 0)

  it('call everybody once and nobody twice, and get no error', async function () {
    this.timeout(180_000)
    const called: number[] = []
    const everybody: number[] = []
    for (const [round, time] of ['08:00', '08:20', '08:40', '09:00', '09:20', '09:40'].entries()) {
      // More people than desks in one round, fewer in the next.
      const numbers = numbersOf(await book(time, round % 2 === 0 ? clerks : 13))
      assert.ok(numbers.every(number => number > 0))
      everybody.push(...numbers)
      await house.race(
        time,
        numbers.map(number => ['check-in', { number }] as const),
      )

      const answers = (
        await house.race(
          time,
          deskIds.map(deskId => ['call-next', { deskId }] as const),
        )
      ).map(answerOf)
      const here = answers.flatMap(answer => (answer.kind === 'called' ? [answer.visit.booking.number] : []))
      assert.equal(here.length, numbers.length)
      assert.ok(
        answers.every(answer => answer.kind === 'called' || answer.kind === 'nobody'),
        JSON.stringify(answers),
      )
      called.push(...here)

      const again = (
        await house.race(
          time,
          deskIds.map(deskId => ['call-next', { deskId }] as const),
        )
      ).map(answerOf)
      assert.equal(again.filter(({ kind }) => kind === 'busy').length, here.length)
      ;(
        await house.race(
          time,
          here.map(number => ['start', { number }] as const),
        )
      ).forEach(answerOf)
      ;(
        await house.race(
          time,
          here.map(number => ['finish', { number }] as const),
        )
      ).forEach(answerOf)
    }
    assert.deepEqual(called.toSorted(byNumber), everybody.toSorted(byNumber))
    assert.equal(new Set(called).size, called.length)
    await verified()
  })

  it('call each one once when three desks press for every one who waits', async function () {
    this.timeout(120_000)
    for (const time of ['08:00', '08:20', '08:40', '09:00']) {
      const numbers = numbersOf(await book(time, 4))
      await house.race(
        time,
        numbers.map(number => ['check-in', { number }] as const),
      )
      const pressed = [...deskIds, ...deskIds, ...deskIds].map(deskId => ['call-next', { deskId }] as const)
      const answers = (await house.race(time, pressed)).map(answerOf)
      const called = answers.flatMap(answer => (answer.kind === 'called' ? [answer.visit.booking.number] : []))
      assert.deepEqual(called.toSorted(byNumber), numbers.toSorted(byNumber))
      ;(
        await house.race(
          time,
          called.map(number => ['start', { number }] as const),
        )
      ).forEach(answerOf)
      ;(
        await house.race(
          time,
          called.map(number => ['finish', { number }] as const),
        )
      ).forEach(answerOf)
    }
    await verified()
  })

  it('leave one visit in one state when it is checked in, called, missing and undone at once', async function () {
    this.timeout(180_000)
    const lost = ['NotNow', 'NotFound', 'BookingRefused', 'DeskBusyError', 'RoomFullError']
    for (let round = 0; round < 24; round += 1) {
      const time = `${String(8 + Math.floor(round / 3)).padStart(2, '0')}:${String((round % 3) * 20).padStart(2, '0')}`
      const [number] = numbersOf(await book(time, 1)) as [number]
      const deskId = deskIds[round % clerks] as string
      const asked = [
        ['check-in', { number }],
        ['call-next', { deskId }],
        ['no-show', { number }],
        ['undo', { number }],
        ['check-in', { number }],
        ['call-next', { deskId: deskIds[(round + 1) % clerks] as string }],
        ['no-show', { number }],
        ['undo', { number }],
      ] as const
      const raced = await house.race(time, rotated<(typeof asked)[number]>(asked, round))
      const errors = raced.flatMap(each => ('error' in each ? [each.error] : []))
      assert.deepEqual(
        errors.filter(error => !lost.includes(error.split(':')[0] as string)),
        [],
      )
      const called = raced.filter(each => 'answer' in each && (each.answer as { kind?: string }).kind === 'called')
      const { totals } = await house.one(time, 'look', {})
      assert.equal(totals.visits, round + 1)
      assert.ok((totals.byStatus.called ?? 0) <= Math.min(1, called.length), JSON.stringify(totals))
      // Whoever is still there goes, so that the next round begins with an empty hall.
      await house.race(time, [['leave', { number }]])
    }
    await verified()
  })

  it('give the last place to one of those who press at two kiosks', async function () {
    this.timeout(120_000)
    for (const time of ['10:00', '10:20', '10:40']) {
      const free = clerks - 18
      await book(time, 18)
      const walkIn = { ...wish('web'), channel: 'kiosk', language: 'pl' } as const
      const presses = Array.from({ length: 6 }, (_, nth) => ['walk-in', { walkIn, once: `${time}-${nth}` }] as const)
      // Each press comes twice: by a double tap, or because an answer was lost.
      const answers = (await house.race(time, [...presses, ...presses])).map(answerOf)
      const admitted = answers.flatMap(answer => (answer.kind === 'admitted' ? [answer.visit.ticket.code] : []))
      assert.equal(new Set(admitted).size, free, JSON.stringify(admitted))
      assert.equal(admitted.length, 2 * free)
      assert.ok(answers.every(answer => answer.kind === 'admitted' || answer.alternatives.length > 0))
    }
    await verified()
  })

  it('tell whoever checks in while the visit is moved to another day where to go', async function () {
    this.timeout(120_000)
    const told = new Set<string>()
    for (let round = 0; round < 9; round += 1) {
      const start = at('12:00') + 20 * round
      const [booked] = await book(`${Math.floor(start / 60)}:${String(start % 60).padStart(2, '0')}`, 1)
      const { number } = answerOf(booked!)!
      const exceptions = [{ kind: 'office-closed', span: { from: start, to: start + 20 } }] as const
      const to = { officeId: 'CA', date: '2020-05-12', start: at('9:00') + 20 * round }
      const publish = { exceptions, decisions: new Map([[number, { kind: 'move', to } as const]]), reason: 'awaria' }
      const checkIn = ['check-in', { number }] as const
      const time = `${Math.floor((start - 10) / 60)}:${String((start - 10) % 60).padStart(2, '0')}`
      const raced = await house.race(time, rotated([checkIn, ['publish', publish] as const, checkIn, checkIn, checkIn], round))
      for (const each of raced) told.add('error' in each ? each.error : 'kind' in each.answer ? each.answer.kind : 'published')
    }
    const known = ['checked-in', 'already', 'wrong-day', 'published']
    assert.deepEqual(
      [...told].filter(kind => !known.includes(kind)),
      [],
    )
    await verified()
  })
})

function answerOf<T>(raced: { readonly answer: T } | { readonly error: string }): T {
  if ('error' in raced) throw new Error(raced.error)
  return raced.answer
}

function byNumber(one: number, other: number): number {
  return one - other
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const first = by % items.length
  return [...items.slice(first), ...items.slice(0, first)]
}
