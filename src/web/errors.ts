import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Web } from './web.ts'
import { wordsFor } from '../language/words.ts'
import { faultOf, NoSuchPage, type Fault } from './faults.ts'
import { chooseLanguage, languageOf } from './middleware/language.ts'
import { sendProblem } from './problems.ts'
import { showResident } from './resident/frame.ts'
import { showPage } from './views.ts'

/** Carries a request that no page answered to the error page. */
export const noSuchPage: RequestHandler = () => {
  throw new NoSuchPage()
}

/** Answers whatever went wrong with a page, in the reader's language; to a program that asks for JSON, with a problem. */
export function showErrors(web: Web): ErrorRequestHandler {
  return (error, req, res, _next) => {
    const fault = faultOf(error)
    if (fault.status >= 500) logFault(web, res, error)
    if (res.headersSent) return cutOff(res)
    prepare(res, fault)
    if (isProgram(req)) return sendProblem(res, fault)
    if (res.locals['language'] === undefined) chooseLanguage(req, res, () => undefined)
    return showFault(web, res, fault)
  }
}

/** Answers whatever went wrong with a call of the API: always with a problem. */
export function sendErrors(web: Web): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    const fault = faultOf(error)
    if (fault.status >= 500) logFault(web, res, error)
    if (fault.refusal) web.metrics.bookingRefused(fault.refusal.reason)
    if (res.headersSent) return cutOff(res)
    prepare(res, fault)
    sendProblem(res, fault)
  }
}

/** Who calls the API or asks for JSON wants no page. */
function isProgram(req: Request): boolean {
  return req.path.startsWith('/api/') || req.accepts(['html', 'json']) === 'json'
}

/** Half an answer is out: all that can still be said is that it is not whole. */
function cutOff(res: Response): void {
  res.destroy()
}

function prepare(res: Response, fault: Fault): void {
  res.status(fault.status)
  res.removeHeader('ETag')
  res.setHeader('Cache-Control', 'no-store')
  if (fault.retryAfterSeconds !== undefined) res.setHeader('Retry-After', fault.retryAfterSeconds)
  if (fault.allow !== undefined) res.setHeader('Allow', fault.allow)
}

/** Shows what went wrong, with the city at head and foot if the database still says what it is called. */
async function showFault(web: Web, res: Response, fault: Fault): Promise<void> {
  const t = wordsFor(languageOf(res))
  const title = t(`error.${fault.words}-title`)
  const requestId = fault.status >= 500 ? (res.locals['requestId'] as string | undefined) : undefined
  const values = { title, text: t(`error.${fault.words}-text`), requestId }
  try {
    await showResident(web, res, 'errors/error', values, fault.status)
  } catch {
    showPage(web, res, 'errors/error', values, fault.status)
  }
}

/**
 * What of an error may be logged: its name, its code and where it came from, but no message: a database puts what
 * residents typed into its messages.
 */
export function traceOf(error: unknown): { name?: string | undefined; code?: string | undefined; at?: string[] | undefined } {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string }
  return { name, code, at: stack?.split('\n').filter(line => /^\s+at /.test(line)) }
}

function logFault(web: Web, res: Response, error: unknown): void {
  web.logger.error({ id: res.locals['requestId'] as unknown, ...traceOf(error) }, 'request failed')
}
