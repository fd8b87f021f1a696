import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What is counted for operators: requests by route, bookings made and refused. No label ever holds personal data. */
export interface Metrics {
  readonly requestAnswered: (method: string, route: string, status: number, seconds: number) => void
  /** By channel, such as `web`. */
  readonly bookingMade: (channel: string) => void
  readonly bookingRefused: (reason: string) => void
  /** Everything in the text format of Prometheus. */
  readonly text: () => Promise<string>
}

/** Counters that begin at 0. `withProcess` adds memory, processor and event loop of this process. */
export function newMetrics(withProcess: boolean): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (withProcess) collectDefaultMetrics({ register: registry, prefix: 'okienko_' })

  const requests = new Histogram({
    name: 'okienko_http_request_duration_seconds',
    help: 'Time from request to answer, by method, route pattern and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  })
  const made = new Counter({
    name: 'okienko_bookings_made_total',
    help: 'Bookings made, by channel.',
    labelNames: ['channel'],
    registers,
  })
  const refused = new Counter({
    name: 'okienko_bookings_refused_total',
    help: 'Bookings refused, by reason.',
    labelNames: ['reason'],
    registers,
  })

  const { later, now } = inBundles()
  return {
    requestAnswered: (method, route, status, seconds) =>
      later(() => requests.observe({ method: knownMethod(method), route, status }, seconds)),
    bookingMade: channel => later(() => made.inc({ channel })),
    bookingRefused: reason => later(() => refused.inc({ reason })),
    text() {
      now()
      return registry.metrics()
    },
  }
}

const bundle = 256

/** Counting a request takes some 5 µs between two others, and a fraction by the hundred, when its code is at hand. */
function inBundles(): { readonly later: (count: () => void) => void; readonly now: () => void } {
  const waiting: (() => void)[] = []
  const now = () => waiting.splice(0).forEach(count => count())
  return {
    now,
    later(count) {
      if (waiting.push(count) >= bundle) now()
    },
  }
}

function knownMethod(method: string): string {
  return ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'].includes(method) ? method : 'other'
}
