import { Router } from 'express'
import type { Web } from '../web.ts'
import { auditLogRoutes } from './audit-log.ts'
import { deviceRoutes } from './devices.ts'
import { proofRoutes } from './proof.ts'
import { startRoutes } from './start.ts'
import { staffAccountRoutes } from './staff-account.ts'
import { staffListRoutes } from './staff-list.ts'

/** The pages of managers and administrators. */
export function managerRoutes(web: Web): Router {
  const router = Router()
  router.use(startRoutes(web), staffListRoutes(web), staffAccountRoutes(web), auditLogRoutes(web))
  router.use(deviceRoutes(web), proofRoutes(web))
  return router
}
