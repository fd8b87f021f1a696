import { createHmac, timingSafeEqual } from 'node:crypto'

/** What opens the page of a ticket: the booking's number, and 22 letters that only the holder of the key can make. It tells nothing of the booking. */
export function ticketToken(key: string, bookingNumber: number): string {
  return `${bookingNumber.toString(36)}.${sealOf(key, bookingNumber)}`
}

/** The number of the booking whose ticket a token opens; `undefined` if it is not genuine. */
export function ticketOpened(key: string, token: string): number | undefined {
  const [, digits = '', seal = ''] = /^([0-9a-z]{1,8})\.([\w-]{22})$/.exec(token) ?? []
  if (digits === '') return undefined
  const number = Number.parseInt(digits, 36)
  return timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(key, number))) ? number : undefined
}

function sealOf(key: string, bookingNumber: number): string {
  return createHmac('sha256', key).update(`ticket ${bookingNumber}`).digest('base64url').slice(0, 22)
}
