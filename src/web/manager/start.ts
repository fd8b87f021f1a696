import { Router } from 'express'
import { may } from '../../domain/staff/roles.ts'
import type { Action } from '../../domain/staff/actions.ts'
import { wordsFor, type WordKey } from '../../language/words.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'

/** What the start page leads to: a new page adds its line here. */
const doors: readonly { action: Action; path: string; title: WordKey; text: WordKey }[] = [
  { action: 'manage-devices', path: paths.manageDevices(), title: 'device.title', text: 'device.text' },
  { action: 'read-figures', path: paths.manageProof(), title: 'proof.title', text: 'proof.text' },
  { action: 'read-audit-log', path: paths.auditLog(), title: 'manage.audit-log', text: 'manage.audit-log-text' },
  { action: 'manage-staff', path: paths.manageStaff(), title: 'manage.staff', text: 'manage.staff-text' },
]

/** Where managers and administrators begin. */
export function startRoutes(web: Web): Router {
  return Router().get('/manage', requireStaff(web, 'see-manage'), async (_req, res) => {
    const t = wordsFor(languageOf(res))
    const open = doors.filter(door => may(staffOf(res).roles, door.action))
    await showStaff(web, res, 'manager/start', { title: t('manage.title'), doors: open })
  })
}
