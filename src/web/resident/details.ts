import type { Response } from 'express'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { momentOf, secondsBetween } from '../../time.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import type { ContactAnswer } from './contact-form.ts'
import { showResident } from './frame.ts'
import { keyOf, type FoundBooking } from './opened.ts'
import { timesPath } from './party-query.ts'
import { visitValues } from './visit-view.ts'

/** The page of a hold: what is held, until when, and the contact that nobody has to give. */
export async function showDetails(
  web: Web,
  res: Response,
  hold: FoundBooking,
  answer?: ContactAnswer,
  status = 200,
): Promise<void> {
  const language = languageOf(res)
  const t = wordsFor(language)
  const city = await cityNow(web.house)
  const service = city.services.find(({ id }) => id === hold.serviceId)
  const expiresAt = hold.expiresAt ?? hold.changedAt
  const secondsLeft = Math.max(0, secondsBetween(web.house.clock.instant(), expiresAt))
  const minutesLeft = Math.floor(secondsLeft / 60)
  await showResident(
    web,
    res,
    'resident/details',
    {
      title: t('details.title'),
      scripts: ['hold.js'],
      visit: visitValues(city, hold, language),
      heldUntil: t('details.held-until', { time: formatTime(momentOf(expiresAt, city.organisation.timeZone).minute, language) }),
      secondsLeft,
      leftNow: secondsLeft > 0 ? t('details.left', { minutes: minutesLeft }) : t('details.over'),
      leftLater: Array.from({ length: minutesLeft + 1 }, (_, minutes) => t('details.left', { minutes })),
      hold: hold.reference,
      key: keyOf(web, hold.reference),
      promises: {
        email: web.settings.mails ? t('details.email-promise') : t('details.email-none'),
        phone: t('details.phone-promise'),
      },
      typed: answer?.typed ?? { email: '', phone: '' },
      errors: answer?.errors ?? [],
      retentionDays: city.policy.retentionDays,
      cancelAction: paths.cancellation(hold.reference),
      timesPath: service && timesPath(service, { office: hold.officeId, date: hold.date }, hold),
    },
    status,
  )
}
