import { Router, type Request, type Response } from 'express'
import { wordsFor } from '../../language/words.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { changeRoles } from '../../use-cases/staff/change-roles.ts'
import { cityIfAny } from '../../use-cases/staff/city-if-any.ts'
import { disableStaff } from '../../use-cases/staff/disable-staff.ts'
import { enableStaff } from '../../use-cases/staff/enable-staff.ts'
import { AccountRefused } from '../../use-cases/staff/errors.ts'
import { findAccount } from '../../use-cases/staff/find-account.ts'
import { resetPassword } from '../../use-cases/staff/reset-password.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import { roleInWords } from '../staff/role-words.ts'
import { formOf } from '../staff/typed.ts'
import type { Web } from '../web.ts'
import { accountEntry, placesToChoose } from './account-entry.ts'
import { roleFields, rolesFrom, tickOf } from './role-form.ts'
import { showHandedOver } from './staff-list.ts'

/** One account, for administrators: roles, a new password, stopped and started again. */
export function staffAccountRoutes(web: Web): Router {
  const router = Router()
  const admins = requireStaff(web, 'manage-staff')

  router.get('/manage/staff/:number', admins, (req, res) => showAccount(web, res, numberOf(req)))

  router.post('/manage/staff/:number/roles', admins, (req, res) =>
    orRefuse(req, res, async number => {
      await changeRoles(web.house, number, rolesFrom(formOf(req, roleFields)), staffOf(res).number)
    }),
  )

  router.post('/manage/staff/:number/reset', admins, async (req, res) => {
    await showHandedOver(web, res, await resetPassword(web.house, numberOf(req), staffOf(res).number))
  })

  router.post('/manage/staff/:number/disabling', admins, (req, res) =>
    orRefuse(req, res, number => disableStaff(web.house, number, staffOf(res).number)),
  )

  router.post('/manage/staff/:number/enabling', admins, (req, res) =>
    orRefuse(req, res, number => enableStaff(web.house, number, staffOf(res).number)),
  )

  return router

  async function orRefuse(req: Request, res: Response, change: (number: number) => Promise<void>): Promise<void> {
    const number = numberOf(req)
    try {
      await change(number)
      res.redirect(303, paths.manageAccount(number))
    } catch (error) {
      if (!(error instanceof AccountRefused)) throw error
      await showAccount(web, res, number, error.fault)
    }
  }
}

function numberOf(req: Request): number {
  const typed = String(req.params['number'])
  if (!/^\d{1,9}$/.test(typed)) throw new NotFound('account')
  return Number(typed)
}

async function showAccount(web: Web, res: Response, number: number, fault?: AccountRefused['fault']): Promise<void> {
  const language = languageOf(res)
  const t = wordsFor(language)
  const city = await cityIfAny(web.house)
  const account = await findAccount(web.house, number)
  const values = {
    title: t('manage.account-title', { name: account.name }),
    account: accountEntry(account, city, language),
    held: account.roles.map(held => ({ tick: tickOf(held), name: roleInWords(held, city, language) })),
    places: placesToChoose(city, language),
    number,
    own: number === staffOf(res).number,
    errors: fault === undefined ? [] : [{ field: 'role', text: t(`manage.fault-${fault}`) }],
  }
  await showStaff(web, res, 'manager/staff-account', values, fault === undefined ? 200 : 409)
}
