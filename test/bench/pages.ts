import { addDays } from '../../src/domain/calendar.ts'
import { systemClock } from '../../src/time.ts'
import { measured } from './bench-city.ts'
import { startBenched, startFloor } from './benched.ts'
import { median, rate, type Figure } from './figures.ts'
import { requestsPerSecond } from './load.ts'

const clients = 10
const rounds = 3

/** The times page and the API’s times: unchanged, and while a booking lands every 50 ms. */
export async function benchPages(file: string, seconds: number, past: number): Promise<Figure[]> {
  const today = systemClock().now('Europe/Warsaw').date
  const { page, json } = addressesOn(today)
  const server = await startBenched(file)
  const floor = await startFloor(file, page, json)
  try {
    if ((await (await fetch(`${floor.url}/same`)).text()) !== 'true') throw new Error('the floor does not render the same page')
    const still = { page: [] as number[], json: [] as number[], pageFloor: [] as number[], jsonFloor: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      still.pageFloor.push(await requestsPerSecond(`${floor.url}/page`, clients, seconds))
      still.page.push(await requestsPerSecond(`${server.url}${page}`, clients, seconds))
      still.jsonFloor.push(await requestsPerSecond(`${floor.url}/json`, clients, seconds))
      still.json.push(await requestsPerSecond(`${server.url}${json}`, clients, seconds))
    }
    const changing = await whileBooking(server.url, today, () => requestsPerSecond(`${server.url}${page}`, clients, seconds))
    const changingJson = await whileBooking(server.url, today, () => requestsPerSecond(`${server.url}${json}`, clients, seconds))
    const floors = { page: median(still.pageFloor), json: median(still.jsonFloor) }
    const after = `, ${past} past bookings`
    return [
      rate(`times page, unchanged${after}`, median(still.page), floors.page, 0.7),
      rate(`times page, a booking every 50 ms${after}`, changing.rate, floors.page, 0.35, changing.note),
      rate(`API times, all offices, 30 days, unchanged${after}`, median(still.json), floors.json),
      rate(`API times, a booking every 50 ms${after}`, changingJson.rate, floors.json, undefined, changingJson.note),
    ]
  } finally {
    await Promise.all([server.stop(), floor.stop()])
  }
}

/**
 * What the same cost with many past bookings beside few: rates as parts of one another. Both programs run and take turns,
 * for the machine may be another one a minute later, and a page that lies ready differs by less than that.
 */
export async function benchPagesBeside(few: string, many: string, seconds: number): Promise<{ page: number; json: number }> {
  const addresses = addressesOn(systemClock().now('Europe/Warsaw').date)
  const servers = [await startBenched(few), await startBenched(many)] as const
  const beside = async (address: string) => {
    const ratios: number[] = []
    while (ratios.length < 2 * rounds - 1) {
      const turns = ratios.length % 2 === 0 ? servers : servers.toReversed()
      const rates = new Map<string, number>()
      for (const { url } of turns) rates.set(url, await requestsPerSecond(url + address, clients, seconds / 2))
      ratios.push((rates.get(servers[1].url) ?? 0) / (rates.get(servers[0].url) ?? 1))
    }
    return median(ratios)
  }
  try {
    return { page: await beside(addresses.page), json: await beside(addresses.json) }
  } finally {
    await Promise.all(servers.map(server => server.stop()))
  }
}

function addressesOn(today: string): { page: string; json: string } {
  return {
    page: `/services/${measured.service}/times?office=${measured.office}`,
    json: `/api/v1/services/${measured.service}/times?from=${today}&to=${addDays(today, 29)}`,
  }
}

/** Measures while a place is booked and cancelled in turn, a change every 50 ms, on the days that the page shows. */
async function whileBooking(url: string, today: string, measure: () => Promise<number>): Promise<{ rate: number; note: string }> {
  let changes = 0
  const until = { over: false }
  const changer = (async () => {
    const places = await placesOf(url, addDays(today, 1), addDays(today, 12))
    while (!until.over) {
      const place = places[changes % places.length]
      const booked = await send(`${url}/api/v1/bookings`, place)
      await pause(50)
      const { reference, secret } = (await booked.json()) as { reference: string; secret: string }
      await send(`${url}/api/v1/bookings/${reference}/cancellation`, {}, { authorization: `Bearer ${secret}` })
      await pause(50)
      changes += 2
    }
  })()
  const startedAt = Date.now()
  const rate = await measure()
  const note = `${(changes / ((Date.now() - startedAt) / 1000)).toFixed(0)} changes/s`
  until.over = true
  await changer
  return { rate, note }
}

const visitMinutes = 30

/** Bodies of the API for every place that is free, of starts so far apart that none is in another's way. */
export async function placesOf(url: string, from: string, to: string): Promise<{ date: string; time: string }[]> {
  const answer = await fetch(`${url}/api/v1/services/${measured.service}/times?office=${measured.office}&from=${from}&to=${to}`)
  const { offices } = (await answer.json()) as {
    offices: { days: { date: string; times: { time: string; places: number }[] }[] }[]
  }
  return offices.flatMap(office =>
    office.days.flatMap(({ date, times }) =>
      apart(times).flatMap(({ time, places }) => Array.from({ length: places }, () => ({ ...measured, date, time, persons: 1 }))),
    ),
  )
}

function apart<T extends { time: string }>(times: readonly T[]): T[] {
  let free = 0
  return times.filter(({ time }) => {
    const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    if (minute < free) return false
    free = minute + visitMinutes
    return true
  })
}

function send(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
