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

/**
 * Bookings a second that so many clients make, each taking the next place once it has its answer; every one must be sold.
 * The clients write and read bare sockets, so that what is measured is the program and not its client.
 */
export async function bookingsPerSecond(url: string, connections: number, seconds: number, places: object[]): Promise<number> {
  const startedAt = process.hrtime.bigint()
  const until = Date.now() + seconds * 1000
  const tallies = await Promise.all(Array.from({ length: connections }, () => bookUntil(new URL(url), until, places)))
  const passed = Number(process.hrtime.bigint() - startedAt) / 1e9
  if (places.length === 0) throw new Error('there were too few places to measure with')
  return tallies.reduce((all, sold) => all + sold, 0) / passed
}

/** One client: how many places it has bought when the time is over. Rejects with the first answer that is not 201. */
function bookUntil({ hostname, port }: URL, until: number, places: object[]): Promise<number> {
  return new Promise((resolve, reject) => {
    let sold = 0
    const socket = connect(Number(port), hostname)
    const book = () => {
      const body = JSON.stringify(places.pop() ?? {})
      socket.write(
        `POST /api/v1/bookings HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      )
    }
    socket.setNoDelay(true).once('connect', book).once('error', reject)
    socket.on('data', (answer: Buffer) => {
      if (!answer.subarray(0, sold201.length).equals(sold201)) return reject(new Error(answer.toString()))
      sold += 1
      if (Date.now() < until && places.length > 0) return book()
      socket.end()
      resolve(sold)
    })
  })
}

// Answers are short, so each comes as one piece that begins with its status.
const sold201 = Buffer.from('HTTP/1.1 201 ')
