import { Router } from 'express'
import type { Action } from '../../domain/staff/actions.ts'
import { isStatus, type Status } from '../../domain/booking/status.ts'
import { isWaiting } from '../../domain/queue/ticket.ts'
import type { DeskRow } from '../../use-cases/desk/desk-row.ts'
import type { Attendance, VisitKey } from '../../use-cases/desk/attendance.ts'
import { finish } from '../../use-cases/desk/finish.ts'
import { forward } from '../../use-cases/desk/forward.ts'
import { givePriority } from '../../use-cases/desk/give-priority.ts'
import { leave } from '../../use-cases/desk/leave.ts'
import { markNoShow } from '../../use-cases/desk/mark-no-show.ts'
import { noteAccommodation } from '../../use-cases/desk/note-accommodation.ts'
import { park } from '../../use-cases/desk/park.ts'
import { recall } from '../../use-cases/desk/recall.ts'
import { startServing } from '../../use-cases/desk/start-serving.ts'
import { takeBack } from '../../use-cases/desk/take-back.ts'
import { undo } from '../../use-cases/desk/undo.ts'
import { NotNow } from '../../use-cases/errors.ts'
import type { House } from '../../use-cases/house.ts'
import { formOf, listOf, textOf, type Form } from '../resident/requested.ts'
import type { VisitStep } from '../paths.ts'
import type { Web } from '../web.ts'
import { act, actingPlace, callOf, mayInOffice, visitNamed, type Done } from './acting.ts'
import { checkInNamed } from './check-ins.ts'
import type { Told, ToldKey } from './told.ts'

/** What is done to one visit, each step a resource of its own. */
export function visitRoutes(web: Web): Router {
  const router = Router()
  for (const step of Object.keys(steps) as Taken[]) {
    const { needs, take } = steps[step]
    router.post(`/desk/visits/:number/${step}`, mayInOffice(web, needs), async (req, res) => {
      const place = await actingPlace(web, req, res)
      const seen = seenIn(formOf(req))
      await act(web, res, place, async () => {
        const row = await visitNamed(web, req, res, place, needs)
        const key = { officeId: place.office.id, date: place.date, bookingNumber: row.bookingNumber }
        return takeOrFindTaken(row, step, seen, () => take(web.house, key, formOf(req), seen ?? row.status))
      })
    })
  }

  router.post('/desk/visits/:number/check-in', mayInOffice(web, 'check-in'), async (req, res) => {
    const place = await actingPlace(web, req, res)
    const { bookingNumber } = await visitNamed(web, req, res, place, 'check-in')
    await checkInNamed(web, req, res, place, bookingNumber)
  })

  return router
}

type Taken = Exclude<VisitStep, 'check-in' | 'slips'>

interface Step {
  readonly needs: Action
  /** The status that it brings: whoever finds it already there was second, and that is no fault. */
  readonly brings?: string
  /** `seen`: the status in which whoever pressed saw the visit. */
  readonly take: (house: House, key: VisitKey, form: Form, seen: Status) => Promise<Done>
}

const steps: Readonly<Record<Taken, Step>> = {
  recall: { needs: 'serve', take: async (house, key) => recalled(await recall(house, key)) },
  service: {
    needs: 'serve',
    brings: 'serving',
    take: async (house, key) => done('started', 'serve', await startServing(house, key)),
  },
  completion: {
    needs: 'serve',
    brings: 'served',
    take: async (house, key) => done('finished', 'finish', await finish(house, key)),
  },
  absence: {
    needs: 'check-in',
    take: async (house, key, _, seen) => done('no-show', 'mark-absent', await markNoShow(house, key, seen)),
  },
  undo: {
    needs: 'check-in',
    take: async (house, key, _, seen) => {
      const visit = await undo(house, key, seen)
      return done(isWaiting(visit.booking.status, visit.ticket) ? 'undone-waits' : 'undone', 'undo', visit)
    },
  },
  departure: {
    needs: 'check-in',
    brings: 'cancelled',
    take: async (house, key, _, seen) => done('left', 'leave', await leave(house, key, seen)),
  },
  parking: {
    needs: 'check-in',
    take: async (house, key, form) => {
      if (textOf(form, 'parked') !== '0') return done('parked', 'park', await park(house, key))
      return done('taken-back', 'take-back', await takeBack(house, key))
    },
  },
  priority: {
    needs: 'check-in',
    take: async (house, key, form) => {
      const gives = textOf(form, 'priority') !== '0'
      return done(gives ? 'priority' : 'priority-off', 'give-priority', await givePriority(house, key, gives))
    },
  },
  forwarding: {
    needs: 'check-in',
    take: async (house, key, form) => {
      const { visit, placed } = await forward(house, key, textOf(form, 'group'))
      return done(placed ? 'forwarded' : 'forwarded-waits', 'forward', visit)
    },
  },
  needs: {
    needs: 'check-in',
    take: async (house, key, form) => {
      const { visit, inFull } = await noteAccommodation(house, key, listOf(form, 'need'))
      return done(inFull ? 'noted' : 'noted-short', 'note-accommodation', visit)
    },
  },
}

/** The status in which a button was shown; `undefined` where the form does not say it. */
function seenIn(form: Form): Status | undefined {
  const seen = textOf(form, 'seen')
  return isStatus(seen) ? seen : undefined
}

function recalled({ kind, visit, callsLeft }: Awaited<ReturnType<typeof recall>>): Done {
  const about = callOf(visit)
  const told: Told = kind === 'absent' ? { key: 'absent', about } : { key: 'recalled', about, count: callsLeft }
  return { told, noted: { action: kind === 'absent' ? 'mark-absent' : 'call', about } }
}

function done(key: ToldKey, action: string, visit: Attendance): Done {
  const about = callOf(visit)
  return { told: { key, about }, noted: { action, about } }
}

/** Two clerks may press at once: the second finds it done, or the visit no longer as it was on the screen. */
async function takeOrFindTaken(row: DeskRow, step: Taken, seen: Status | undefined, take: () => Promise<Done>): Promise<Done> {
  try {
    return await take()
  } catch (error) {
    if (!(error instanceof NotNow)) throw error
    const about = row.ticket?.code ?? row.referenceEnd
    if (error.status === steps[step].brings) return { told: { key: 'faster', about } }
    if (seen === undefined || error.status === seen || !isStatus(error.status)) throw error
    return { told: { key: 'meanwhile', about, status: error.status } }
  }
}
