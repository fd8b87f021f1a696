import { Router } from 'express'
import type { Web } from '../web.ts'
import { callRoutes } from './calls.ts'
import { changeRoutes } from './changes.ts'
import { checkInRoutes } from './check-ins.ts'
import { dayChangeRoutes } from './day-change.ts'
import { dayRoutes } from './day.ts'
import { deskBookingRoutes } from './bookings.ts'
import { phoneBookingRoutes } from './phone-bookings.ts'
import { phoneListRoutes } from './phone-list.ts'
import { paperRoutes } from './paper.ts'
import { paperAgeRoutes } from './paper-age.ts'
import { slipRoutes } from './slips.ts'
import { sheetRoutes } from './sheets.ts'
import { takeBackRoutes } from './take-back.ts'
import { visitRoutes } from './visits.ts'
import { walkInRoutes } from './walk-ins.ts'

/** The pages of the desks. */
export function deskRoutes(web: Web): Router {
  const router = Router()
  router.use(dayRoutes(web), changeRoutes(web), callRoutes(web), checkInRoutes(web), visitRoutes(web))
  router.use(walkInRoutes(web), phoneBookingRoutes(web), deskBookingRoutes(web))
  router.use(dayChangeRoutes(web), phoneListRoutes(web), sheetRoutes(web), slipRoutes(web))
  router.use(paperRoutes(web), paperAgeRoutes(web), takeBackRoutes(web))
  return router
}
