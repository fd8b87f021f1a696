import { Router } from 'express'
import type { Web } from '../web.ts'
import { bookingRoutes } from './booking.ts'
import { bookingsRoutes } from './bookings.ts'
import { cancellationRoutes } from './cancellation.ts'
import { coverSheetRoutes } from './cover-sheet.ts'
import { delayRoutes } from './delay.ts'
import { earlierTimeRoutes } from './earlier-time.ts'
import { findRoutes } from './find.ts'
import { holdsRoutes } from './holds.ts'
import { moveRoutes } from './move.ts'
import { newTimeRoutes } from './new-time.ts'
import { noticesRoutes } from './notices.ts'
import { serviceRoutes } from './service.ts'
import { slipRoutes } from './slip.ts'
import { startRoutes } from './start.ts'
import { timesRoutes } from './times.ts'

/** The pages of residents, in the order in which one meets them. */
export function residentRoutes(web: Web): Router {
  const router = Router()
  router.use(startRoutes(web), serviceRoutes(web), coverSheetRoutes(web), timesRoutes(web))
  router.use(holdsRoutes(web), bookingsRoutes(web), bookingRoutes(web), slipRoutes(web))
  router.use(earlierTimeRoutes(web), delayRoutes(web), newTimeRoutes(web))
  router.use(moveRoutes(web), cancellationRoutes(web), findRoutes(web), noticesRoutes(web))
  return router
}
