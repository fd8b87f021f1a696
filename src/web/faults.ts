import type { Refusal } from '../domain/booking/refusal.ts'
import { BookingRefused, KeyReused, NotFound, NotNow, type Alternative } from '../use-cases/errors.ts'

/** What went wrong with a request, as an answer: a status, the words that tell it, and what a program should know. */
export interface Fault {
  readonly status: number
  /** The sentences `error.<words>-title` and `error.<words>-text` tell it. */
  readonly words:
    | 'bad-request'
    | 'forbidden'
    | 'not-allowed'
    | 'sign-in'
    | 'not-found'
    | 'conflict'
    | 'fields'
    | 'too-many'
    | 'fault'
    | 'unavailable'
  /** One English sentence for whoever writes the calling program. */
  readonly detail: string
  readonly retryAfterSeconds?: number
  readonly allow?: string
  readonly refusal?: Refusal
  readonly alternatives?: readonly Alternative[]
  readonly fields?: Readonly<Record<string, string>>
}

/** There is no page or call at this address. */
export class NoSuchPage extends Error {}

/** There is such a call, but not by this method. */
export class WrongMethod extends Error {
  readonly allow: string

  constructor(allow: string) {
    super(`only ${allow}`)
    this.allow = allow
  }
}

/** A form that another site sent in a reader's name. */
export class ForeignForm extends Error {}

/** Nobody of ours is signed in. */
export class NotSignedIn extends Error {}

/** Somebody is signed in, but may not do this, or not there. */
export class NotAllowed extends Error {}

/** A body of a kind that is not read here. */
export class WrongMedia extends Error {}

/** An address asked too often. */
export class TooMany extends Error {
  readonly seconds: number

  constructor(seconds: number) {
    super(`again in ${seconds} s`)
    this.seconds = seconds
  }
}

/** Values that cannot be used: field by field, what should stand there. */
export class WrongFields extends Error {
  readonly fields: Readonly<Record<string, string>>

  constructor(fields: Readonly<Record<string, string>>) {
    super(`wrong: ${Object.keys(fields).join(', ')}`)
    this.fields = fields
  }
}

/** How whatever was thrown is answered; what nobody expected is a fault of ours, 500. */
export function faultOf(error: unknown): Fault {
  if (error instanceof BookingRefused) return refused(error)
  if (error instanceof NotFound) return { status: 404, words: 'not-found', detail: `There is no such ${error.what}.` }
  if (error instanceof NoSuchPage) return { status: 404, words: 'not-found', detail: 'There is nothing at this address.' }
  if (error instanceof WrongMethod)
    return { status: 405, words: 'bad-request', detail: `Use ${error.allow}.`, allow: error.allow }
  if (error instanceof NotNow)
    return { status: 409, words: 'conflict', detail: `This cannot be done while the booking is ${error.status}.` }
  if (error instanceof ForeignForm) return { status: 403, words: 'forbidden', detail: 'Another site sent this form.' }
  if (error instanceof NotSignedIn) return { status: 401, words: 'sign-in', detail: 'Sign in first.' }
  if (error instanceof NotAllowed) return { status: 403, words: 'not-allowed', detail: 'Your account may not do this here.' }
  if (error instanceof WrongMedia) return { status: 415, words: 'bad-request', detail: 'Send application/json.' }
  if (error instanceof WrongFields)
    return { status: 422, words: 'fields', detail: 'Some values cannot be used.', fields: error.fields }
  if (error instanceof KeyReused) return keyReused
  if (error instanceof TooMany) return tooMany(error.seconds)
  if (nameOf(error) === 'NoCity') return { status: 503, words: 'unavailable', detail: 'No city is loaded yet.' }
  if (isOverload(error))
    return { status: 503, words: 'unavailable', detail: 'Too much at once. Try again soon.', retryAfterSeconds: 2 }
  return unreadable(error) ?? { status: 500, words: 'fault', detail: 'Something went wrong on our side.' }
}

const keyReused: Fault = {
  status: 422,
  words: 'fields',
  detail: 'This Idempotency-Key was used for another request.',
  fields: { 'Idempotency-Key': 'a new value for each new request' },
}

function refused({ refusal, alternatives }: BookingRefused): Fault {
  return { status: 409, words: 'conflict', detail: 'This visit cannot be had.', refusal, alternatives }
}

function tooMany(seconds: number): Fault {
  return {
    status: 429,
    words: 'too-many',
    detail: `Too many requests from your address. Wait ${seconds} s.`,
    retryAfterSeconds: seconds,
  }
}

/** Waiting for the database took longer than anybody should wait, or it went away meanwhile. */
function isOverload(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string }
  if (code !== undefined) return overloaded.has(code)
  return timeouts.has(nameOf(error)) || /(Connection terminated( unexpectedly)?|is not queryable)$/.test(message)
}

/** No connection was to be had in time. */
const timeouts = new Set(['KnexTimeoutError', 'NotGivenBack'])

const overloaded = new Set([
  ...['SQLITE_BUSY', '55P03', '53300', 'ECONNREFUSED'], // a lock that another one keeps, too many connections, nobody at the door
  ...['ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '25P03'], // a connection that is lost, a server that stops or starts
])

function nameOf(error: unknown): string {
  return (error as { name?: string }).name ?? ''
}

/** What Express says of a request that it cannot read; it never repeats what was sent. */
function unreadable(error: unknown): Fault | undefined {
  const { status, type } = error as { status?: unknown; type?: unknown }
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined
  const detail =
    type === 'entity.parse.failed' ? 'The body is not valid JSON.' : (unreadableDetails[status] ?? 'The request cannot be read.')
  return { status, words: status === 404 ? 'not-found' : 'bad-request', detail }
}

const unreadableDetails: Readonly<Record<number, string>> = {
  413: 'The body is too large.',
  415: 'The body is of a kind or encoding that is not read here.',
}
