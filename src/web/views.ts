import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import type { Response } from 'express'
import { wordsFor } from '../language/words.ts'
import type { Language } from '../domain/city.ts'
import type { Web } from './web.ts'
import { languageOf } from './middleware/language.ts'
import { paths } from './paths.ts'

/** Makes a text of a view (`resident/start`) and finished values. */
export type Views = (view: string, values: object) => string

/** The views of a folder; each is read and compiled once, unless it is to be read anew every time. */
export function viewsIn(folder: string, readAnew: boolean): Views {
  const compiled = new Map<string, ejs.TemplateFunction>()
  return (view, values) => {
    const known = readAnew ? undefined : compiled.get(view)
    const template = known ?? compile(folder, view, readAnew)
    if (known === undefined) compiled.set(view, template)
    return template(values)
  }
}

/** What every page is given beside its own values. */
export interface Frame {
  readonly language: Language
  readonly t: ReturnType<typeof wordsFor>
  readonly paths: typeof paths
  readonly asset: (name: string) => string
  /** Whether the clock is a rehearsal's: every page says so. */
  readonly rehearsal: boolean
  /** The path of this page in another language. */
  readonly inLanguage: (language: Language) => string
}

/** A page of its own values. `title` is what the window shows; `layout` a view in `views/layouts`, `resident` if absent. */
export interface PageValues {
  readonly title: string
  readonly layout?: string
  readonly [name: string]: unknown
}

/** The whole page as text: the view, and around it the layout, which is given the view's text as `body`. */
export function pageOf(web: Web, view: string, frame: Frame, values: PageValues): string {
  const all = { ...frame, ...values }
  return web.views(`layouts/${values.layout ?? 'resident'}`, { ...all, body: web.views(view, all) })
}

/** Sends a page in the reader's language; browsers ask for it again each time, unless the page has said otherwise. */
export function showPage(web: Web, res: Response, view: string, values: PageValues, status = 200): void {
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'private, no-cache')
  res
    .status(status)
    .type('html')
    .send(pageOf(web, view, frameFor(web, res), values))
}

/** The frame of the page that answers this request. */
export function frameFor(web: Web, res: Response): Frame {
  const language = languageOf(res)
  const [path = '/', query = ''] = res.req.originalUrl.replace(/^\/+/, '/').split('?', 2)
  return {
    language,
    t: wordsFor(language),
    paths,
    asset: web.assets.asset,
    rehearsal: web.house.clock.rehearsal,
    inLanguage: other => `${path}?${withLanguage(query, other)}`,
  }
}

function withLanguage(query: string, language: Language): string {
  const changed = new URLSearchParams(query)
  changed.set('lang', language)
  return changed.toString()
}

function compile(folder: string, view: string, readAnew: boolean): ejs.TemplateFunction {
  const filename = join(folder, `${view}.ejs`)
  return ejs.compile(readFileSync(filename, 'utf8'), { filename, root: folder, cache: !readAnew })
}
