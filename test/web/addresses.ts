import type { Role } from '../../src/domain/staff/roles.ts'

/** Who may have an address: everyone, whoever is signed in, or those with one of these roles. */
export type Audience = 'everyone' | 'signed-in' | readonly Role[]

const admins: Audience = ['admin']
const managers: Audience = ['manager']
const desks: Audience = ['clerk', 'reception', 'manager']
const clerks: Audience = ['clerk', 'manager']

/**
 * Every address of the app and who may have it. An address that is not here fails the test, and so does one that is here
 * and no longer exists. Whoever adds a page adds its line.
 */
export const addresses: Readonly<Record<string, Audience>> = {
  'GET /healthz': 'everyone',
  'GET /readyz': 'everyone',
  'GET /metrics': 'everyone',

  'GET /api': 'everyone',
  'GET /api/v1/openapi.json': 'everyone',
  'GET /api/v1/offices': 'everyone',
  'GET /api/v1/offices/:office/days/:date/occupancy': 'everyone',
  'GET /api/v1/services': 'everyone',
  'GET /api/v1/services/:service/times': 'everyone',
  'POST /api/v1/holds': 'everyone',
  'POST /api/v1/bookings': 'everyone',
  'GET /api/v1/bookings/:reference': 'everyone',
  'POST /api/v1/bookings/:reference/cancellation': 'everyone',
  'POST /api/v1/bookings/:reference/move': 'everyone',

  'GET /': 'everyone',
  'GET /services/:service': 'everyone',
  'GET /services/:service/cover-sheet': 'everyone',
  'GET /services/:service/times': 'everyone',
  'POST /holds': 'everyone',
  'POST /bookings': 'everyone',
  'GET /bookings/:reference': 'everyone',
  'GET /bookings/:reference/slip': 'everyone',
  'GET /bookings/:reference/calendar.ics': 'everyone',
  'GET /bookings/:reference/move': 'everyone',
  'POST /bookings/:reference/move': 'everyone',
  'GET /bookings/:reference/cancellation': 'everyone',
  'POST /bookings/:reference/cancellation': 'everyone',
  'POST /bookings/:reference/earlier-time': 'everyone',
  'POST /bookings/:reference/earlier-time/ending': 'everyone',
  'POST /bookings/:reference/delay': 'everyone',
  'POST /bookings/:reference/new-time': 'everyone',
  'GET /find': 'everyone',
  'POST /find': 'everyone',
  'GET /privacy': 'everyone',
  'GET /accessibility': 'everyone',

  'GET /sign-in': 'everyone',
  'POST /sign-in': 'everyone',
  'GET /sign-in/code': 'signed-in',
  'POST /sign-in/code': 'signed-in',
  'GET /sign-in/elsewhere': 'everyone',
  'GET /sign-in/callback': 'everyone',
  'POST /sign-out': 'everyone',
  'GET /account': 'signed-in',
  'GET /account/password': 'signed-in',
  'POST /account/password': 'signed-in',
  'GET /account/authenticator': 'signed-in',
  'POST /account/authenticator': 'signed-in',
  'POST /account/recovery-codes': 'signed-in',
  'POST /account/sign-ins/ending': 'signed-in',

  'GET /desk': desks,
  'GET /desk/live': desks,
  'GET /desk/changes': desks,
  'POST /desk/calls': clerks,
  'POST /desk/check-ins': desks,
  'POST /desk/visits/:number/check-in': desks,
  'POST /desk/visits/:number/recall': clerks,
  'POST /desk/visits/:number/service': clerks,
  'POST /desk/visits/:number/completion': clerks,
  'POST /desk/visits/:number/absence': desks,
  'POST /desk/visits/:number/undo': desks,
  'POST /desk/visits/:number/departure': desks,
  'POST /desk/visits/:number/parking': desks,
  'POST /desk/visits/:number/priority': desks,
  'POST /desk/visits/:number/forwarding': desks,
  'POST /desk/visits/:number/needs': desks,
  'GET /desk/walk-ins': desks,
  'POST /desk/walk-ins': desks,
  'GET /desk/phone-bookings': desks,
  'POST /desk/phone-bookings': desks,
  'GET /desk/bookings/:reference': desks,
  'GET /desk/day-change': clerks,
  'POST /desk/day-change': clerks,
  'GET /desk/phone-list': clerks,
  'GET /desk/phone-list.pdf': clerks,
  'GET /desk/sheet': desks,
  'GET /desk/sheet.pdf': desks,
  'GET /desk/paper': desks,
  'POST /desk/paper': desks,
  'GET /desk/paper/:office/:date/:number': desks,
  'GET /desk/take-back': desks,
  'POST /desk/take-back': desks,
  'GET /sheets/:office/:date/:page': 'everyone',

  'GET /manage': ['manager', 'admin'],
  'GET /manage/audit-log': managers,
  'GET /manage/staff': admins,
  'POST /manage/staff': admins,
  'GET /manage/staff/:number': admins,
  'POST /manage/staff/:number/roles': admins,
  'POST /manage/staff/:number/reset': admins,
  'POST /manage/staff/:number/disabling': admins,
  'POST /manage/staff/:number/enabling': admins,
}

/** What stands in an address for its parameters: things that exist in the tests' city, or certainly do not. */
export const samples: Readonly<Record<string, string>> = {
  service: 'id-card',
  office: 'CA',
  date: '2020-05-11',
  reference: '7K2M-9QXD',
  number: '999999999',
  page: '1',
}
