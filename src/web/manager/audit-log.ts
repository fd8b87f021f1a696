import { Router, type Request } from 'express'
import { z } from 'zod'
import { addDays, isOfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { officesWhere } from '../../domain/staff/roles.ts'
import { formatDate } from '../../language/dates.ts'
import { isWordKey, wordsFor } from '../../language/words.ts'
import { instantOf } from '../../time.ts'
import { cityIfAny } from '../../use-cases/staff/city-if-any.ts'
import { readAuditLog, type AuditEntry, type AuditWish } from '../../use-cases/staff/read-audit-log.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { instantInWords, showStaff, timeZoneOf } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { detailsInWords } from './noted-words.ts'

/** Who did what, when: for managers, of the offices they have. */
export function auditLogRoutes(web: Web): Router {
  return Router().get('/manage/audit-log', requireStaff(web, 'read-audit-log'), async (req, res) => {
    const language = languageOf(res)
    const t = wordsFor(language)
    const city = await cityIfAny(web.house)
    const asked = askedOf(req)
    const reader = staffOf(res)
    const { entries, actions, next } = await readAuditLog(web.house, reader, wishOf(asked, timeZoneOf(city)))
    const theirs = officesWhere(reader.roles, 'read-audit-log')
    await showStaff(web, res, 'manager/audit-log', {
      title: t('audit.title'),
      wide: true,
      asked,
      entries: entries.map(entry => rowOf(entry, city, language)),
      offices: (city?.offices ?? [])
        .filter(({ id }) => theirs === 'all' || theirs.includes(id))
        .map(({ id, name }) => ({ id, name: name[language] })),
      actions: actions.map(id => ({ id, name: actionInWords(id, language) })),
      older: next && paths.auditLog({ ...asked, before: next }),
      newest: asked.before === undefined ? undefined : paths.auditLog({ ...asked, before: undefined }),
    })
  })
}

const date = z
  .string()
  .refine(typed => isOfficeDate(typed))
  .optional()
  .catch(undefined)

const questions = z.object({
  office: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional()
    .catch(undefined),
  date,
  written: date,
  action: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .catch(undefined),
  before: z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined),
})

type Asked = z.infer<typeof questions>

function askedOf(req: Request): Asked {
  return questions.parse(req.query)
}

function wishOf({ office, date: day, written, action, before }: Asked, timeZone: string): AuditWish {
  return {
    ...(office !== undefined && { officeId: office }),
    ...(day !== undefined && { date: day }),
    ...(written !== undefined && { from: instantOf(written, 0, timeZone), to: instantOf(addDays(written, 1), 0, timeZone) }),
    ...(action !== undefined && { action }),
    ...(before !== undefined && { before }),
  }
}

function rowOf(entry: AuditEntry, city: City | undefined, language: Language) {
  const t = wordsFor(language)
  return {
    when: instantInWords(entry.at, city, language),
    at: entry.at,
    who: entry.staffName ?? t('audit.program'),
    action: actionInWords(entry.action, language),
    office: city?.offices.find(({ id }) => id === entry.officeId)?.name[language] ?? entry.officeId ?? '',
    day: entry.date === undefined ? '' : formatDate(entry.date, language),
    about: entry.about ?? '',
    details: detailsInWords(entry.details ?? {}, city, language),
  }
}

function actionInWords(action: string, language: Language): string {
  const key = `action.${action}`
  return isWordKey(key) ? wordsFor(language)(key) : action
}
