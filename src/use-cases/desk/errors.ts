/** A desk has somebody else already, whose number is named. */
export class DeskBusyError extends Error {
  readonly bookingNumber: number

  constructor(bookingNumber: number) {
    super('the desk has somebody else')
    this.name = 'DeskBusyError'
    this.bookingNumber = bookingNumber
  }
}

/** Somebody cannot be called into a room now: it is full, or it is too early and the plan does not hold them yet. */
export class RoomFullError extends Error {
  readonly zoneId: string | undefined
  readonly limit: number | undefined
  readonly notBefore: number | undefined

  constructor(why: { full?: { zoneId: string; limit: number }; notBefore?: number }) {
    super('there is no room for them now')
    this.name = 'RoomFullError'
    this.zoneId = why.full?.zoneId
    this.limit = why.full?.limit
    this.notBefore = why.notBefore
  }
}
