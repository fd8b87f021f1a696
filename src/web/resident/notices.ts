import { Router } from 'express'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { addressOf } from './address.ts'
import { phoneLink, showResident, unbroken } from './frame.ts'

/** What the law wants said: the privacy notice and the accessibility declaration, filled from the city's own record. */
export function noticesRoutes(web: Web): Router {
  const router = Router()
  router.get(paths.privacy(), async (_req, res) => {
    const language = languageOf(res)
    const city = await cityNow(web.house)
    const { dataController, dataProtectionOfficer, address, phone } = city.organisation
    await showResident(web, res, 'resident/privacy', {
      title: wordsFor(language)('privacy.title'),
      controller: dataController[language],
      address,
      phone: unbroken(phone),
      officer: dataProtectionOfficer,
      days: city.policy.retentionDays,
    })
  })
  router.get(paths.accessibility(), async (req, res) => {
    const language = languageOf(res)
    const city = await cityNow(web.house)
    const contact = city.organisation.accessibility
    await showResident(web, res, 'resident/accessibility', {
      title: wordsFor(language)('a11y.title'),
      contact,
      dialled: phoneLink(contact.phone),
      site: addressOf(web, req, paths.start()),
      dateInWords: (date: string) => formatDate(date, language, 'long'),
      offices: city.offices,
    })
  })
  return router
}
