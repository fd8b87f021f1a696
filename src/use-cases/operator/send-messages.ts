import { bookingByNumber } from '../../repositories/bookings.ts'
import { cityWithRetired } from '../../repositories/city-with-retired.ts'
import { officeChangeOf } from '../../repositories/office-changes.ts'
import { settleMessage, takeDueMessages, type OutboxMessage } from '../../repositories/outbox.ts'
import { waitingOf } from '../../repositories/waiting-list.ts'
import { bookingMail, type Mail } from '../../messages/booking-mail.ts'
import { laterBy } from '../../time.ts'
import type { House } from '../house.ts'

/** What carries a mail away. A rejection means that it may be tried again; the id is the same each time. */
export type Post = (mail: Mail & { readonly to: string; readonly id: string }) => Promise<void>

/** The page of a booking or the one on which it is moved, its secret included. */
export type AddressOf = (reference: string, page: 'booking' | 'move') => string

const mostAtOnce = 20
const leaseSeconds = 300
const mostTries = 8

/**
 * Sends what waits in the outbox and is due; what fails is tried again, each time later. Messages are taken one at a time:
 * however slow the server is, none that waits for its turn here is sent by another process meanwhile.
 *
 * @param stop  no further message is begun once it says so
 * @returns     how many were sent
 */
export async function sendMessages(house: House, post: Post, addressOf: AddressOf, stop?: AbortSignal): Promise<number> {
  let sent = 0
  for (let taken = 0; taken < mostAtOnce && !stop?.aborted; taken += 1) {
    const now = house.clock.instant()
    const [message] = await takeDueMessages(house.db, now, laterBy(now, leaseSeconds), 1)
    if (!message) break
    if (await send(house, post, addressOf, message)) sent += 1
  }
  return sent
}

async function send(house: House, post: Post, addressOf: AddressOf, message: OutboxMessage): Promise<boolean> {
  const booking = await bookingByNumber(house.db, message.bookingNumber)
  if (!booking || booking.revision !== message.revision) {
    await settleMessage(house.db, message.number, { status: 'dropped', trouble: 'the booking has changed since' })
    return false
  }
  const earlier = message.kind === 'earlier-time' ? (await waitingOf(house.db, booking.number))?.told : []
  if (!earlier) {
    await settleMessage(house.db, message.number, { status: 'dropped', trouble: 'nobody waits for an earlier time any more' })
    return false
  }
  const address = (page: 'booking' | 'move') => addressOf(booking.reference, page)
  const mail = bookingMail(message.kind, await cityWithRetired(house.db), booking, address, {
    change: await officeChangeOf(house.db, booking),
    earlier,
  })
  try {
    await post({ ...mail, to: message.recipient, id: `${message.kind}-${message.number}` })
    await settleMessage(house.db, message.number, { status: 'sent', sentAt: house.clock.instant() })
    return true
  } catch (error) {
    await settleMessage(house.db, message.number, troubleOf(house, message, error))
    return false
  }
}

function troubleOf(house: House, message: OutboxMessage, error: unknown) {
  const trouble = error instanceof Error ? error.message.replaceAll(message.recipient, '…') : 'unknown'
  if (message.tries >= mostTries) return { status: 'failed', trouble } as const
  return { status: 'waiting', dueAt: laterBy(house.clock.instant(), 60 * 2 ** message.tries), trouble } as const
}
