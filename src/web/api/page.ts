import { Router } from 'express'
import { refusalReasons } from '../../domain/booking/refusal.ts'
import { showPage } from '../views.ts'
import type { Web } from '../web.ts'
import { calls } from './calls.ts'
import { documented } from './documented.ts'
import { exampleRefusal } from './examples.ts'

/** The documentation of the API, readable without any other site. */
export function apiPage(web: Web): Router {
  const router = Router()
  const sections = calls.map(documented)

  router.get('/api', (_req, res) => {
    showPage(web, res, 'api', {
      title: 'API',
      sections,
      refusal: JSON.stringify(exampleRefusal, undefined, 2),
      reasons: refusalReasons,
    })
  })
  return router
}
