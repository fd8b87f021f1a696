import assert from 'node:assert/strict'
import { booking, hold, newBooking, problem } from '../../../src/web/api/answers.ts'
import { aCity, aNeed, aPolicy } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, held, type TestWeb } from '../../support/web.ts'

const visit = { service: 'id-card', office: 'CA', date: '2020-05-11', time: '09:00', persons: 1 }
const need = aNeed({ id: 'interpreter', extraMinutes: 10 })

onBothEngines('By the API a program', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open(), { city: aCity({ needs: [need] }) })))

  const opened = (path: string, { reference, secret }: { reference: string; secret: string }) =>
    web.get(`/api/v1/bookings/${reference}${path}`).set('Authorization', `Bearer ${secret}`)
  const changed = (path: string, { reference, secret }: { reference: string; secret: string }) =>
    web.post(`/api/v1/bookings/${reference}${path}`).set('Authorization', `Bearer ${secret}`)
  const booked = async (changes: object = {}) =>
    held(newBooking, await web.post('/api/v1/bookings').send({ ...visit, ...changes }))

  it('books a visit and is given what opens it', async () => {
    const answer = await web
      .post('/api/v1/bookings')
      .send({ ...visit, companions: { child: 0 }, email: ' anna@example.pl ', unknown: 1 })
    const made = held(newBooking, answer)
    assert.equal(answer.status, 201)
    assert.equal(answer.headers['location'], `/api/v1/bookings/${made.reference}`)
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.match(made.reference, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    assert.match(made.secret, /^[\w-]{22,}$/)
    const { office, date, time, endTime, deskLabel, status, companions } = made
    assert.deepEqual(
      { office, date, time, endTime, deskLabel, status, companions },
      {
        ...{ office: 'CA', date: '2020-05-11', time: '09:00', endTime: '09:20' },
        ...{ deskLabel: '1', status: 'booked', companions: {} },
      },
    )
  })

  it('is told of each wrong value what should stand there', async () => {
    const sent = { office: 'CA', date: '2020-02-30', time: '9', persons: 0, email: 'x', language: 'de', needs: 'pjm' }
    const answer = await web.post('/api/v1/bookings').send(sent)
    assert.equal(answer.status, 422)
    assert.deepEqual(held(problem, answer).fields, {
      service: 'must be an id or a number',
      date: 'must be a date such as 2020-05-25',
      time: 'must be a time such as 08:20',
      persons: 'must be at least 1',
      email: 'must be an e-mail address such as anna@example.pl',
      language: 'must be pl, en or uk',
      needs: 'must be a list',
    })
  })

  it('names office and service by number as well, and needs that make the visit longer', async () => {
    const made = await booked({ office: 1, service: '1', needs: ['interpreter', 'interpreter'] })
    assert.deepEqual([made.office, made.service, made.endTime, made.needs], ['CA', 'id-card', '09:30', ['interpreter']])
  })

  it('reads a booking by its reference and secret, and by nothing less', async () => {
    const made = await booked()
    const { secret: _, ...rest } = made
    assert.deepEqual(held(booking, await opened('', made)), rest)
    assert.equal((await opened('', { ...made, reference: made.reference.toLowerCase().replace('-', '') })).status, 200)
    const other = await booked()
    const wrong = [await opened('', { ...made, secret: other.secret }), await web.get(`/api/v1/bookings/${made.reference}`)]
    for (const answer of wrong) assert.deepEqual([answer.status, held(problem, answer).title], [404, 'Not found'])
  })

  it('is refused with a reason and the nearest free times', async () => {
    await booked()
    await booked()
    const answer = await web.post('/api/v1/bookings').send(visit)
    const { status, reason, alternatives } = held(problem, answer)
    assert.deepEqual([answer.status, status, reason], [409, 409, 'no-desk'])
    assert.deepEqual(
      alternatives
        ?.slice(0, 2)
        .map(each => each.time)
        .sort(),
      ['08:40', '09:20'],
    )
    await booked(alternatives[0])
  })

  it('is told field by field what cannot be used', async () => {
    const wrong: [object, string][] = [
      [{ office: 'nowhere' }, 'office'],
      [{ service: 99 }, 'service'],
      [{ date: '11.05.2020' }, 'date'],
      [{ date: '0001-01-01' }, 'date'],
      [{ time: '9:00' }, 'time'],
      [{ time: '24:00' }, 'time'],
      [{ persons: '1' }, 'persons'],
      [{ persons: 0 }, 'persons'],
      [{ persons: 1.5 }, 'persons'],
      [{ companions: { dog: 1 } }, 'companions'],
      [{ companions: { child: 2 } }, 'companions'],
      [{ needs: ['wings'] }, 'needs'],
      [{ language: 'de' }, 'language'],
      [{ email: 'nobody' }, 'email'],
      [{ phone: '112' }, 'phone'],
    ]
    for (const [change, field] of wrong) {
      const answer = await web.post('/api/v1/bookings').send({ ...visit, ...change })
      assert.equal(answer.status, 422, JSON.stringify(change))
      assert.ok(
        Object.keys(held(problem, answer).fields ?? {}).some(name => name.startsWith(field)),
        answer.text,
      )
    }
    assert.equal((await web.post('/api/v1/bookings')).status, 422)
    assert.equal((await web.post('/api/v1/bookings').send([])).status, 422)
  })

  it('holds a place and books it in place', async () => {
    const answer = await web.post('/api/v1/holds').send(visit)
    const held1 = held(hold, answer)
    assert.deepEqual([answer.status, held1.status, held1.expiresAt], [201, 'held', '2020-05-04T06:10:00.000Z'])

    const confirmed = held(
      newBooking,
      await web.post('/api/v1/bookings').send({ hold: held1.reference, secret: held1.secret, email: 'a@b.pl' }),
    )
    assert.deepEqual(
      [confirmed.reference, confirmed.number, confirmed.time, confirmed.status, confirmed.secret],
      [held1.reference, held1.number, '09:00', 'booked', held1.secret],
    )
    const again = await web
      .post('/api/v1/bookings')
      .set('Authorization', `Bearer ${held1.secret}`)
      .send({ hold: held1.reference })
    assert.equal(held(newBooking, again).reference, held1.reference)
  })

  it('cannot book the hold of another, nor one that is over', async () => {
    const mine = held(hold, await web.post('/api/v1/holds').send(visit))
    assert.equal((await web.post('/api/v1/bookings').send({ hold: mine.reference })).status, 404)
    assert.equal((await web.post('/api/v1/bookings').send({ hold: mine.reference, secret: 'guessed' })).status, 404)
    web.house.clock.passMinutes(11)
    assert.equal((await web.post('/api/v1/bookings').send({ hold: mine.reference, secret: mine.secret })).status, 409)
  })

  it('calls a visit off, once or twice, and its place is free', async () => {
    const [made] = [await booked(), await booked()]
    const cancelled = held(booking, await changed('/cancellation', made))
    assert.equal(cancelled.status, 'cancelled')
    assert.equal((await changed('/cancellation', made)).status, 200)
    assert.equal((await web.post('/api/v1/bookings').send(visit)).status, 201)
    assert.equal((await web.post(`/api/v1/bookings/${made.reference}/cancellation`)).status, 404)
  })

  it('moves a visit, and keeps the old place if the new one cannot be had', async () => {
    const made = await booked()
    const moved = held(booking, await changed('/move', made).send({ office: 1, date: '2020-05-12', time: '10:20' }))
    assert.deepEqual([moved.reference, moved.date, moved.time], [made.reference, '2020-05-12', '10:20'])

    const refused = await changed('/move', made).send({ office: 'CA', date: '2020-05-16', time: '10:20' })
    assert.deepEqual([refused.status, held(problem, refused).reason], [409, 'closed'])
    assert.equal(held(booking, await opened('', made)).date, '2020-05-12')

    assert.equal((await changed('/move', made).send({ office: 'CA' })).status, 422)
    await changed('/cancellation', made)
    assert.equal((await changed('/move', made).send({ office: 'CA', date: '2020-05-12', time: '09:00' })).status, 409)
  })

  it('that has given contact data is limited by it, and never gets it back', async () => {
    const web1 = await aWeb(await open(), { city: aCity({ policy: aPolicy({ perContact: { open: 1, perDate: 1 } }) }) })
    const contact = { email: 'anna@example.pl', phone: '600 700-800' }
    const first = await web1.post('/api/v1/bookings').send({ ...visit, ...contact })
    assert.equal(first.status, 201)
    assert.doesNotMatch(first.text, /anna|600/)
    const second = await web1.post('/api/v1/bookings').send({ ...visit, time: '10:00', phone: '+48 600700800' })
    assert.equal(held(problem, second).reason, 'contact-limit')
  })
})

onBothEngines('Under one Idempotency-Key', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open())))
  const book = (key: string, changes: object = {}) =>
    web
      .post('/api/v1/bookings')
      .set('Idempotency-Key', key)
      .send({ ...visit, ...changes })
  const count = async () => Number(((await web.house.db('bookings').count({ all: '*' })) as { all: number }[])[0]?.all)

  it('the same request gets the same answer and books once, also at once', async () => {
    const answers = await Promise.all([book('7b0c2f1e-again-again'), book('7b0c2f1e-again-again'), book('7b0c2f1e-again-again')])
    answers.push(await book('7b0c2f1e-again-again', { persons: 1, needs: [] }))
    assert.deepEqual(
      answers.map(answer => answer.status),
      [201, 201, 201, 201],
    )
    assert.equal(new Set(answers.map(answer => answer.text)).size, 1)
    assert.equal(await count(), 1)
  })

  it('another request is refused', async () => {
    await book('7b0c2f1e-again-again')
    const answer = await book('7b0c2f1e-again-again', { time: '09:20' })
    assert.equal(answer.status, 422)
    assert.ok(held(problem, answer).fields?.['Idempotency-Key'])
    assert.equal(await count(), 1)
  })

  it('a refusal is no answer for good: the same request may be tried again', async () => {
    const first = held(newBooking, await book('first'))
    await book('second')
    assert.equal((await book('third')).status, 409)
    await web.post(`/api/v1/bookings/${first.reference}/cancellation`).set('Authorization', `Bearer ${first.secret}`)
    assert.equal((await book('third')).status, 201)
  })

  it('a hold that was confirmed without it may be confirmed again, and then it means that', async () => {
    const { reference, secret } = held(hold, await web.post('/api/v1/holds').send(visit))
    await web.post('/api/v1/bookings').send({ hold: reference, secret })
    const confirmed = await web
      .post('/api/v1/bookings')
      .set('Idempotency-Key', '5d41402abc4b2a76')
      .send({ hold: reference, secret })
    assert.deepEqual([confirmed.status, held(newBooking, confirmed).reference], [201, reference])
    assert.equal((await book('5d41402abc4b2a76')).status, 422)
    assert.equal(await count(), 1)
  })

  it('too short to be random, two addresses are two', async () => {
    const proxied = await aWeb(await open(), { trustProxy: 1 })
    const from = (address: string) =>
      proxied.post('/api/v1/bookings').set('Idempotency-Key', '1').set('X-Forwarded-For', address).send(visit)
    const [one, other, again] = [await from('203.0.113.1'), await from('203.0.113.2'), await from('203.0.113.1')]
    assert.notEqual(one.text, other.text)
    assert.equal(one.text, again.text)
  })

  it('that is no key, nothing is booked', async () => {
    assert.equal((await book('two words')).status, 422)
    assert.equal((await book('x'.repeat(256))).status, 422)
    assert.equal(await count(), 0)
  })
})
