import type { Response } from 'express'
import { clockTime } from '../language/dates.ts'
import type { RefusalReason } from '../domain/booking/refusal.ts'
import type { Fault } from './faults.ts'

/** Sends a fault as `application/problem+json` (RFC 9457). The status must be set already. */
export function sendProblem(res: Response, fault: Fault): void {
  res.setHeader('Content-Type', 'application/problem+json; charset=utf-8')
  res.end(JSON.stringify(problemOf(fault)))
}

/** A fault in the shape that programs read. */
export function problemOf(fault: Fault): object {
  const { status, detail, refusal, alternatives, fields } = fault
  const title = titles[status] ?? 'Error'
  return {
    type: refusal ? `urn:okienko:refusal:${refusal.reason}` : 'about:blank',
    title: refusal ? refusalTitles[refusal.reason] : title,
    status,
    detail: refusal ? `${refusalTitles[refusal.reason]}.` : detail,
    ...(refusal && { reason: refusal.reason }),
    ...(refusal?.zoneId !== undefined && { zone: refusal.zoneId }),
    ...(refusal?.ruleId !== undefined && { rule: refusal.ruleId }),
    ...(alternatives && {
      alternatives: alternatives.map(({ officeId, date, start }) => ({ office: officeId, date, time: clockTime(start) })),
    }),
    ...(fields && { fields }),
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Body too large',
  415: 'Unsupported body',
  422: 'Wrong values',
  429: 'Too many requests',
  500: 'Fault',
  503: 'Unavailable',
}

const refusalTitles: Readonly<Record<RefusalReason, string>> = {
  'in-the-past': 'This time is in the past',
  'too-soon': 'This time is too near to be booked this way',
  'too-far-ahead': 'This date is not open for booking yet',
  closed: 'The office is closed then',
  'not-in-person': 'This matter is not settled in person there and then',
  'no-appointment-needed': 'This matter needs no appointment',
  'no-desk': 'No desk is free then',
  'zone-full': 'The limit of persons in a room is reached then',
  'arrivals-full': 'As many people as allowed already arrive then',
  protected: 'These hours are kept for a group',
  'channel-full': 'The remaining places are kept for other ways of booking',
  'party-too-large': 'So many persons cannot come together',
  'contact-limit': 'This contact has as many open bookings as allowed',
}
