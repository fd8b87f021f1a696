import { book, makeHold } from './book.ts'
import type { Call } from './call.ts'
import { showOccupancy } from './occupancy.ts'
import { listOffices } from './offices.ts'
import { listServices } from './services.ts'
import { cancelBooking, showBooking } from './standing-booking.ts'
import { moveBooking } from './move-booking.ts'
import { listTimes } from './times.ts'

/** Every call of the API, in the order in which the documentation tells them. */
export const calls: readonly Call[] = [
  listOffices,
  listServices,
  listTimes,
  makeHold,
  book,
  showBooking,
  moveBooking,
  cancelBooking,
  showOccupancy,
]
