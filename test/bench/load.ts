import { connect } from 'node:net'
import autocannon from 'autocannon'

/** Requests a second that an address answers with 200, by so many clients, after a short warm-up. */
export async function requestsPerSecond(
  url: string,
  connections: number,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<number> {
  await autocannon({ url, connections, duration: 1, headers })
  const result = await autocannon({ url, connections, duration: seconds, headers })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`)
  return result.requests.total / result.duration
}

/** What a resident's program sends to book a place, written out. */
export function bookingRequest(url: string, place: object): Buffer {
  const body = JSON.stringify(place)
  return Buffer.from(
    `POST /api/v1/bookings HTTP/1.1\r\nHost: ${new URL(url).host}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

/**
 * Bookings a second that so many residents make, each sending the next request once it has its answer; every one must be
 * sold. What is measured is the program and not who asks: requests lie written, go over bare sockets, and answers are
 * waited for awake, since waking a processor that sleeps takes longer than reading an answer.
 */
export async function bookingsPerSecond(url: string, connections: number, seconds: number, requests: Buffer[]): Promise<number> {
  const startedAt = process.hrtime.bigint()
  const until = Date.now() + seconds * 1000
  const sleep = stayAwake()
  const tallies = await Promise.all(Array.from({ length: connections }, () => bookUntil(new URL(url), until, requests)))
  sleep()
  const passed = Number(process.hrtime.bigint() - startedAt) / 1e9
  if (requests.length === 0) throw new Error('there were too few places to measure with')
  return tallies.reduce((all, sold) => all + sold, 0) / passed
}

/** One resident: how many places it has bought when the time is over. Rejects with the first answer that is not 201. */
function bookUntil({ hostname, port }: URL, until: number, requests: Buffer[]): Promise<number> {
  return new Promise((resolve, reject) => {
    let sold = 0
    const socket = connect(Number(port), hostname)
    const book = () => socket.write(requests.pop() ?? '')
    socket.setNoDelay(true).once('connect', book).once('error', reject)
    socket.on('data', (answer: Buffer) => {
      if (!answer.subarray(0, sold201.length).equals(sold201)) return reject(new Error(answer.toString()))
      sold += 1
      if (Date.now() < until && requests.length > 0) return void book()
      socket.end()
      resolve(sold)
    })
  })
}

// Answers are short, so each comes as one piece that begins with its status.
const sold201 = Buffer.from('HTTP/1.1 201 ')

/** Keeps the event loop turning until it is told to sleep. */
function stayAwake(): () => void {
  let awake = true
  const turn = () => void (awake && setImmediate(turn))
  turn()
  return () => void (awake = false)
}
