export const roles = ['clerk', 'reception', 'manager', 'admin'] as const

/** What somebody is in the office. */
export type Role = (typeof roles)[number]
