import { join } from 'node:path'
import compression from 'compression'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import type { House } from '../use-cases/house.ts'
import { apiPage } from './api/page.ts'
import { addApi } from './api/routes.ts'
import { assetsIn } from './assets.ts'
import { entranceRoutes } from './entrance/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { noSuchPage, showErrors } from './errors.ts'
import { healthRoutes } from './health.ts'
import { newMetrics } from './metrics.ts'
import { chooseLanguage } from './middleware/language.ts'
import { limitRates } from './middleware/rate-limit.ts'
import { refuseForeignForms } from './middleware/same-site.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { serveAssets } from './middleware/serve-assets.ts'
import { watch } from './middleware/watch.ts'
import { managerRoutes } from './manager/routes.ts'
import { paths } from './paths.ts'
import { newReadyAnswers } from './ready-answers.ts'
import { residentRoutes } from './resident/routes.ts'
import { staffRoutes } from './staff/routes.ts'
import { ticketRoutes } from './tickets/routes.ts'
import { viewsIn } from './views.ts'
import type { Web, WebSettings } from './web.ts'

/** The whole web, in the order in which a request meets it. */
export function createApp(house: House, settings: WebSettings, logger: Logger): Express {
  const web = webOf(house, settings, logger)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag') // pages that can be asked for again set their own
  app.set('trust proxy', settings.trustProxy)
  app.set('query parser', 'simple')

  const limits = limitRates(settings.readsPerMinute, settings.bookingsPerMinute)
  app.use(watch(logger, web.metrics))
  app.use(securityHeaders(settings.baseUrl?.startsWith('https:') === true))
  addApi(app, web, limits)
  app.use(serveAssets(web.assets))
  app.use(healthRoutes(web))
  app.use(limits)

  app.use(compression())
  app.use(chooseLanguage)
  app.use(refuseForeignForms(settings.baseUrl))
  // a closed office may displace hundreds of visits, each with its decision; a sheet may carry hundreds of ticks
  app.use([paths.dayChange(), paths.takeBack()], express.urlencoded({ extended: false, limit: '128kb', parameterLimit: 2000 }))
  app.use(express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 200 }))
  app.use(apiPage(web))
  app.use(residentRoutes(web))
  app.use(staffRoutes(web))
  app.use(deskRoutes(web))
  app.use(managerRoutes(web))
  app.use(entranceRoutes(web))
  app.use(ticketRoutes(web))

  app.use(noSuchPage)
  app.use(showErrors(web))
  return app
}

const views = join(import.meta.dirname, '../../views')

function webOf(house: House, settings: WebSettings, logger: Logger): Web {
  return {
    house,
    settings,
    logger,
    assets: assetsIn(join(views, 'assets')),
    metrics: newMetrics(settings.processMetrics),
    ready: newReadyAnswers(),
    views: viewsIn(views, settings.reloadViews),
  }
}
