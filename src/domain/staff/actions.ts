import type { Role } from './role.ts'

/** What can be done at the desks and in the office behind them. */
export const actions = [
  'see-day',
  'serve',
  'check-in',
  'book-for-resident',
  'change-day',
  'print-day',
  'watch-door',
  'see-manage',
  'read-figures',
  'change-city',
  'read-audit-log',
  'manage-staff',
  'manage-devices',
] as const
export type Action = (typeof actions)[number]

/** Who may do what: one line an action. Accounts are an administrator's, and only theirs; what is done to residents is not. */
export const allowed: Readonly<Record<Action, readonly Role[]>> = {
  'see-day': ['clerk', 'reception', 'manager'],
  serve: ['clerk', 'manager'],
  'check-in': ['clerk', 'reception', 'manager'],
  'book-for-resident': ['clerk', 'reception', 'manager'],
  'change-day': ['clerk', 'manager'],
  'print-day': ['clerk', 'reception', 'manager'],
  'watch-door': ['reception', 'manager'],
  'see-manage': ['manager', 'admin'],
  'read-figures': ['manager'],
  'change-city': ['manager'],
  'read-audit-log': ['manager'],
  'manage-staff': ['admin'],
  'manage-devices': ['manager', 'admin'],
}
