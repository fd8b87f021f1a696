import { Router } from 'express'
import { isOfficeDate } from '../../domain/calendar.ts'
import { parseMark } from '../../domain/paper/paper-mark.ts'
import { formatDate, formatMoment } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { momentOf } from '../../time.ts'
import { sheetAge } from '../../use-cases/paper/paper-state.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { officeNamed } from '../api/known.ts'
import { NoSuchPage } from '../faults.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { showResident } from '../resident/frame.ts'
import { textOf } from '../resident/requested.ts'
import type { Web } from '../web.ts'

/** The public page behind the code on a sheet: whether the paper in somebody's hand is current. */
export function paperAgeRoutes(web: Web): Router {
  const router = Router()
  router.get('/sheets/:office/:date/:page', async (req, res) => {
    const language = languageOf(res)
    const t = wordsFor(language)
    const office = officeNamed(await cityNow(web.house), req.params.office)
    const { date, page } = req.params
    if (!isOfficeDate(date) || !/^\d{1,9}$/.test(page)) throw new NoSuchPage()
    const mark = parseMark(textOf(req.query, 'mark'))
    const age = await sheetAge(web.house, { officeId: office.id, date }, { page: Number(page), ...(mark && { mark }) })

    const since = age.kind === 'old' && age.since !== undefined ? momentOf(age.since, office.timeZone) : undefined
    const old = since ? t('pack.is-old-since', { moment: formatMoment(since.date, since.minute, language) }) : t('pack.is-old')
    const titles = { current: t('pack.is-current'), old, over: t('pack.is-gone') }
    await showResident(web, res, 'desk/sheet-age', {
      title: titles[age.kind],
      isCurrent: age.kind === 'current',
      office: office.name[language],
      dateInWords: formatDate(date, language),
      text: textFor(),
      toDo: age.kind === 'old' ? t('pack.is-old-do') : '',
      staff: age.kind === 'over' ? undefined : paths.deskPaper({ office: office.id, date }),
    })

    function textFor(): string {
      if (age.kind === 'over') return t('pack.is-gone-text')
      if (age.kind === 'current') return t('pack.is-current-text', { mark: age.mark })
      return mark ? t('pack.is-old-text', { mark, newest: age.mark }) : t('sheet.old-text', { page, newest: age.mark })
    }
  })
  return router
}
