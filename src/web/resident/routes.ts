import { Router } from 'express'
import type { Web } from '../web.ts'

/** The pages of residents. */
export function residentRoutes(_web: Web): Router {
  return Router()
}
