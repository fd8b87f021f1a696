import { Router } from 'express'
import { may } from '../../domain/staff/roles.ts'
import { callNext, type NextCall } from '../../use-cases/desk/call-next.ts'
import { callVisit } from '../../use-cases/desk/call-visit.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { wordsFor } from '../../language/words.ts'
import { NotAllowed } from '../faults.ts'
import { languageOf } from '../middleware/language.ts'
import { formOf, textOf } from '../resident/requested.ts'
import { staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { act, actingPlace, callOf, mayInOffice, type Done } from './acting.ts'
import { showDay } from './day.ts'
import type { Told } from './told.ts'

/** Calling: the next visit by the published order, or a chosen one. */
export function callRoutes(web: Web): Router {
  return Router().post('/desk/calls', mayInOffice(web, 'serve'), async (req, res) => {
    const place = await actingPlace(web, req, res)
    const { desk, office, date } = place
    if (!desk) {
      const text = wordsFor(languageOf(res))('desk.choose-desk-first')
      return showDay(web, res, place, { text, tone: 'bad' }, 409)
    }
    const city = await cityNow(web.house)
    const group = city.deskGroups.find(({ id }) => id === desk.deskGroupId)
    if (!may(staffOf(res).roles, 'serve', office.id, group?.departmentId)) throw new NotAllowed()

    const chosen = /^\d{1,9}$/.exec(textOf(formOf(req), 'visit'))?.[0]
    const day = { officeId: office.id, date }
    await act(web, res, place, async () => {
      if (chosen === undefined) return called(await callNext(web.house, day, desk.id))
      return called({ kind: 'called', visit: await callVisit(web.house, { ...day, bookingNumber: Number(chosen) }, desk.id) })
    })
  })
}

function called(answer: NextCall): Done {
  if (answer.kind === 'called') {
    const about = callOf(answer.visit)
    return { told: { key: 'called', about }, noted: { action: 'call', about } }
  }
  if (answer.kind === 'busy') return { told: { key: 'busy', about: callOf(answer.visit) } }
  if (answer.kind === 'nobody') return { told: { key: 'nobody' } }
  return { told: notYet(answer) }
}

function notYet({ waiting, full, notBefore }: Extract<NextCall, { kind: 'not-yet' }>): Told {
  if (full) return { key: 'not-yet-full', count: waiting, zone: full.zoneId }
  if (notBefore !== undefined) return { key: 'not-yet-early', count: waiting, minute: notBefore }
  return { key: 'not-yet', count: waiting }
}
