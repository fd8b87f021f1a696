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

/** Bookings a second that so many clients make, each taking the next place; every one must be sold. */
export async function bookingsPerSecond(url: string, connections: number, seconds: number, places: object[]): Promise<number> {
  const next = () => JSON.stringify(places.pop() ?? {})
  let sold = 0
  const instance = autocannon({
    url: `${url}/api/v1/bookings`,
    method: 'POST',
    connections,
    duration: seconds,
    headers: { 'content-type': 'application/json' },
    setupClient: client => {
      client.setBody(next())
      client.on('response', (status: number) => {
        if (status === 201) sold += 1
        client.setBody(next())
      })
    },
  })
  const result = await instance
  if (places.length === 0) throw new Error('there were too few places to measure with')
  if (result.non2xx > connections) throw new Error(`${result.non2xx} bookings were refused, ${sold} made`)
  return sold / result.duration
}
