import type { Request } from 'express'
import type { City, Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { paths } from '../paths.ts'
import { pinOf } from '../secrets.ts'
import type { Web } from '../web.ts'
import { addressOf } from './address.ts'
import { unbroken } from './frame.ts'
import { keyOf, type FoundBooking } from './opened.ts'
import { timesPath } from './party-query.ts'
import { qrCode } from './qr-code.ts'
import { conductInWords, namesIn, visitValues } from './visit-view.ts'

/** What the page of a booking and its slip are made of. @param city  with what it had once */
export async function bookingValues(web: Web, req: Request, city: City, booking: FoundBooking, language: Language) {
  const key = keyOf(web, booking.reference)
  const service = (await cityNow(web.house)).services.find(({ id }) => id === booking.serviceId)
  return {
    visit: visitValues(city, booking, language),
    beside: language === 'pl' ? undefined : namesIn(city, booking, 'pl'), // as signs and guards have them
    needsSure: needsSureInWords(city, booking, language),
    conduct: conductInWords(city, booking, language),
    pin: pinOf(web.settings.secret, booking.reference),
    qr: await qrCode(addressOf(web, req, linkOf(web, booking))),
    sent: sentInWords(web, booking, language),
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

/** What is sent of a visit to whoever left a contact; nothing is promised that is not sent. */
function sentInWords(web: Web, { contact }: FoundBooking, language: Language): string {
  const t = wordsFor(language)
  if (contact.email !== undefined) return web.settings.mails ? t('confirmed.sent-email') : t('confirmed.no-email')
  return contact.phone === undefined ? '' : t('confirmed.no-sms')
}

/** Where a need takes time to arrange: that it is a request, and whom to ask. */
function needsSureInWords({ needs, organisation }: City, booking: FoundBooking, language: Language): string | undefined {
  const arranged = needs.some(({ id, noticeWorkingDays }) => noticeWorkingDays > 0 && booking.needs.includes(id))
  return arranged ? wordsFor(language)('visit.needs-sure', { phone: unbroken(organisation.phone) }) : undefined
}

/** The page of a booking, its secret included. */
export function linkOf(web: Web, booking: FoundBooking): string {
  return paths.booking(booking.reference, { key: keyOf(web, booking.reference) })
}
