import { Router } from 'express'
import { refusalReasons } from '../../domain/booking/refusal.ts'
import { showResident } from '../resident/frame.ts'
import type { Web } from '../web.ts'
import { calls } from './calls.ts'
import { documented } from './documented.ts'
import { exampleRefusal } from './examples.ts'

/** The documentation of the API, readable without any other site. */
export function apiPage(web: Web): Router {
  const router = Router()
  const sections = calls.map(documented)

  router.get('/api', async (_req, res) => {
    await showResident(web, res, 'api', {
      title: 'API',
      styles: ['api.css'],
      sections,
      refusal: JSON.stringify(exampleRefusal, undefined, 2),
      reasons: refusalReasons,
    })
  })
  return router
}
