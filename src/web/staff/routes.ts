import { Router } from 'express'
import type { Web } from '../web.ts'
import { accountRoutes } from './account.ts'
import { authenticatorRoutes } from './authenticator.ts'
import { codeRoutes } from './code.ts'
import { elsewhereRoutes } from './elsewhere.ts'
import { passwordRoutes } from './password.ts'
import { signInRoutes } from './sign-in.ts'

/** Signing in, in the order in which one meets it, and one's own account. */
export function staffRoutes(web: Web): Router {
  const router = Router()
  router.use(signInRoutes(web), elsewhereRoutes(web), codeRoutes(web))
  router.use(passwordRoutes(web), authenticatorRoutes(web), accountRoutes(web))
  return router
}
