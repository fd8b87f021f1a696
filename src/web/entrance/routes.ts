import { Router } from 'express'
import type { Web } from '../web.ts'
import { displayRoutes } from './display.ts'
import { enrolRoutes } from './enrol.ts'
import { guardRoutes } from './guard.ts'
import { kioskRoutes } from './kiosk.ts'

/** The screens at the entrances: each for the devices that are for it. */
export function entranceRoutes(web: Web): Router {
  const router = Router()
  router.use(enrolRoutes(web), guardRoutes(web), kioskRoutes(web), displayRoutes(web))
  return router
}
