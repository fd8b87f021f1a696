import assert from 'node:assert/strict'
import { onBothEngines } from '../support/database.ts'
import { openHouses, post, starts, violationsIn, visit, workdays, type Answer, type House4 } from './rivals.ts'

const processes = 4
const [first, second] = workdays(2) as [string, string]

onBothEngines('A storm of four processes', (_open, engine) => {
  let house: House4

  before(async function () {
    this.timeout(120_000)
    house = await openHouses(await engine.freshUrl(), processes)
  })
  after(() => house.stop())

  const at = (place: number) => house.servers[place % processes] as House4['servers'][number]
  const any = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T

  it('sells exactly the places there are', async function () {
    this.timeout(120_000)
    const asked = Array.from({ length: 4 * starts.length }, (_, place) => starts[place % starts.length] as string)

    const answers = await Promise.all(asked.map((time, place) => post(at(place), '/bookings', visit(first, time))))

    assert.deepEqual(countBy(answers), { 201: 2 * starts.length, 409: 2 * starts.length })
    assert.equal(await violationsIn(house.databaseUrl), 0)
  })

  it('stays true through bookings, moves, holds and cancellations of all kinds at once', async function () {
    this.timeout(120_000)
    const answers: Answer[] = []
    const live: { reference: string; secret: string }[] = []

    const act = async (place: number) => {
      const lot = Math.random()
      const mine = live[Math.floor(Math.random() * live.length)]
      if (lot < 0.5 || !mine) {
        const answer = await post(at(place), lot < 0.1 ? '/holds' : '/bookings', visit(any([first, second]), any(starts)))
        if (answer.status === 201) live.push(answer.body as never)
        return answer
      }
      const headers = { authorization: `Bearer ${mine.secret}` }
      if (lot < 0.8)
        return post(
          at(place),
          `/bookings/${mine.reference}/move`,
          { office: 'CA', date: any([first, second]), time: any(starts) },
          headers,
        )
      return post(at(place), `/bookings/${mine.reference}/cancellation`, {}, headers)
    }
    await Promise.all(
      Array.from({ length: 32 }, async (_, client) => {
        for (let turn = 0; turn < 15; turn += 1) answers.push(await act(client + turn))
      }),
    )

    const statuses = countBy(answers)
    assert.deepEqual(
      Object.keys(statuses).filter(status => !['200', '201', '409'].includes(status)),
      [],
      JSON.stringify(statuses),
    )
    assert.ok((statuses[200] ?? 0) > 20 && (statuses[201] ?? 0) > 20, JSON.stringify(statuses))
    assert.equal(await violationsIn(house.databaseUrl), 0)
  })
})

function countBy(answers: readonly Answer[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
