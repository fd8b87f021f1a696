import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { newBooking } from '../../../src/web/api/answers.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, held, type TestWeb } from '../../support/web.ts'

onBothEngines('What opens a booking by the API', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open())))

  const booked = async (number: number) => {
    const [day, place] = [11 + Math.floor(number / 48), Math.floor((number % 48) / 2)]
    const time = `${String(8 + Math.floor(place / 3)).padStart(2, '0')}:${(place % 3) * 2}0`
    const visit = { service: 'id-card', office: 'CA', date: `2020-05-${day}`, time, persons: 1 }
    return held(newBooking, await web.post('/api/v1/bookings').send(visit))
  }
  const opens = async ({ reference, secret }: { reference: string; secret: string }) =>
    (await web.get(`/api/v1/bookings/${reference}`).set('Authorization', `Bearer ${secret}`)).status === 200

  it('is its own, however many were made at once', async () => {
    const made = []
    for (let number = 0; number < 70; number += 1) made.push(await booked(number))
    assert.equal(new Set(made.map(({ reference }) => reference)).size, 70)
    for (const each of made) assert.ok(await opens(each), each.reference)
    assert.equal(await opens({ reference: made[0]?.reference ?? '', secret: made[1]?.secret ?? '' }), false)
  })

  it('is made anew where the reference it was made for is somebody else’s', async () => {
    let draws = 0
    const random = (bytes: number) => ((draws += 1) <= 64 ? new Uint8Array(bytes).fill(1) : randomBytes(bytes))
    Object.assign(web.house, { random })
    const made = [await booked(0), await booked(1)]
    assert.notEqual(made[0]?.reference, made[1]?.reference)
    for (const each of made) assert.ok(await opens(each), each.reference)
  })
})
