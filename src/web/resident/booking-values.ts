import type { Request } from 'express'
import type { City, Language } from '../../domain/city.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { paths } from '../paths.ts'
import { pinOf } from '../secrets.ts'
import type { Web } from '../web.ts'
import { addressOf } from './address.ts'
import { keyOf, type FoundBooking } from './opened.ts'
import { timesPath } from './party-query.ts'
import { qrCode } from './qr-code.ts'
import { conductInWords, visitValues } from './visit-view.ts'

/** What the page of a booking and its slip are made of. @param city  with what it had once */
export async function bookingValues(web: Web, req: Request, city: City, booking: FoundBooking, language: Language) {
  const key = keyOf(web, booking.reference)
  const service = (await cityNow(web.house)).services.find(({ id }) => id === booking.serviceId)
  return {
    visit: visitValues(city, booking, language),
    conduct: conductInWords(city, booking, language),
    pin: pinOf(web.settings.secret, booking.reference),
    qr: await qrCode(addressOf(web, req, linkOf(web, booking))),
    mailed: booking.contact.email !== undefined,
    links: {
      booking: linkOf(web, booking),
      calendar: paths.calendarFile(booking.reference, { key }),
      slip: paths.slip(booking.reference, { key }),
      largeSlip: paths.slip(booking.reference, { key, size: 'large' }),
      move: paths.move(booking.reference, { key }),
      cancel: paths.cancellation(booking.reference, { key }),
      again: service ? timesPath(service, { office: booking.officeId }, booking) : paths.start(),
      find: addressOf(web, req, paths.find()),
    },
  }
}

/** The page of a booking, its secret included. */
export function linkOf(web: Web, booking: FoundBooking): string {
  return paths.booking(booking.reference, { key: keyOf(web, booking.reference) })
}
