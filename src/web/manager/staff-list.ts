import { Router, type Response } from 'express'
import { wordsFor } from '../../language/words.ts'
import { addStaff, type HandedOver } from '../../use-cases/staff/add-staff.ts'
import { cityIfAny } from '../../use-cases/staff/city-if-any.ts'
import { AccountRefused } from '../../use-cases/staff/errors.ts'
import { listStaff } from '../../use-cases/staff/list-staff.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import { formOf, textField } from '../staff/typed.ts'
import type { Web } from '../web.ts'
import { accountEntry, placesToChoose } from './account-entry.ts'
import { roleFields, rolesFrom } from './role-form.ts'

/** The accounts of everybody who works here, for administrators. */
export function staffListRoutes(web: Web): Router {
  const router = Router()
  const admins = requireStaff(web, 'manage-staff')

  router.get('/manage/staff', admins, (_req, res) => showList(web, res))

  router.post('/manage/staff', admins, async (req, res) => {
    const { name, ...roles } = formOf(req, { name: textField, ...roleFields })
    try {
      const added = await addStaff(web.house, { name, roles: rolesFrom(roles) }, staffOf(res).number)
      await showHandedOver(web, res, added, 201)
    } catch (error) {
      if (!(error instanceof AccountRefused)) throw error
      await showList(web, res, { name, ...roles, fault: error.fault })
    }
  })

  return router
}

/** The page that shows a new password, once. */
export function showHandedOver(web: Web, res: Response, { number, name, password }: HandedOver, status = 200): Promise<void> {
  const title = wordsFor(languageOf(res))('manage.password-title')
  return showStaff(web, res, 'manager/handed-over', { title, name, password, back: paths.manageAccount(number) }, status)
}

interface Again {
  readonly name: string
  readonly role: string
  readonly office: string
  readonly department: string
  readonly fault: AccountRefused['fault']
}

async function showList(web: Web, res: Response, again?: Again): Promise<void> {
  const language = languageOf(res)
  const t = wordsFor(language)
  const city = await cityIfAny(web.house)
  const field = again && fieldOf(again.fault)
  const values = {
    title: t('manage.staff'),
    accounts: (await listStaff(web.house)).map(account => accountEntry(account, city, language)),
    places: placesToChoose(city, language),
    typed: again ?? { name: '', role: '', office: '', department: '' },
    errors: again && field ? [{ field, text: t(`manage.fault-${again.fault}`) }] : [],
  }
  await showStaff(web, res, 'manager/staff-list', values, again ? 422 : 200)
}

function fieldOf(fault: AccountRefused['fault']): string {
  if (fault === 'no-role') return 'role'
  if (fault === 'department') return 'department'
  return fault === 'office' || fault === 'admin-everywhere' ? 'office' : 'name'
}
