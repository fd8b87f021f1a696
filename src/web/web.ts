import type { Logger } from 'pino'
import type { House } from '../use-cases/house.ts'
import type { PrintRoom } from '../use-cases/paper/issue-pack.ts'
import type { Assets } from './assets.ts'
import type { Metrics } from './metrics.ts'
import type { StaffSettings } from './staff/settings.ts'
import type { ReadyAnswers } from './ready-answers.ts'
import type { Views } from './views.ts'

/** What every page and call can reach: the house, and what the web keeps beside it. */
export interface Web {
  readonly house: House
  readonly settings: WebSettings
  readonly logger: Logger
  readonly assets: Assets
  readonly metrics: Metrics
  readonly ready: ReadyAnswers
  readonly views: Views
}

export interface WebSettings {
  /** The key of links and cookies. */
  readonly secret: string
  /** The public address without a slash at its end; absent: as the request says. */
  readonly baseUrl?: string | undefined
  readonly trustProxy: number | string
  readonly metricsToken?: string | undefined
  /** Per minute and address; 0 sets no limit. */
  readonly readsPerMinute: number
  readonly bookingsPerMinute: number
  /** How staff sign in; absent: idle for 60 minutes at most, by name and password. */
  readonly staff?: StaffSettings | undefined
  /** Where daily packs are made; its address is that of the request where `baseUrl` is absent. Absent: they are kept in `var/print`. */
  readonly printRoom?: Omit<PrintRoom, 'baseUrl'> | undefined
  /** Whether messages are sent to residents; where they are not, none is promised. */
  readonly mails: boolean
  /** Also count this process's memory, processor and event loop; once a process. */
  readonly processMetrics: boolean
  /** Read views and assets anew for every page, for those who write them. */
  readonly reloadViews: boolean
}
