import type { RequestHandler, Response } from 'express'
import type { Language } from '../../domain/city.ts'
import { languageNamed, languageOf } from '../middleware/language.ts'
import type { Query } from '../paths.ts'

/** How a visitor wants a kiosk to be: kept in each address and nowhere else, so that nothing stays on it for the next one. */
export interface KioskManner {
  readonly language: Language
  readonly large: boolean
  readonly contrast: boolean
}

/** Reads the manner from an address; without any the kiosk is as everybody finds it: Polish, usual size. Sets no cookie. */
export const chooseManner: RequestHandler = (req, res, next) => {
  const language = languageNamed(req.query['lang']) ?? 'pl'
  res.removeHeader('Set-Cookie')
  res.locals['language'] = language
  res.setHeader('Content-Language', language)
  res.locals['manner'] = { language, large: req.query['large'] === '1', contrast: req.query['contrast'] === '1' }
  next()
}

/** The manner of this visitor. */
export function mannerOf(res: Response): KioskManner {
  return (res.locals['manner'] as KioskManner | undefined) ?? { language: languageOf(res), large: false, contrast: false }
}

/** A manner as it stands in an address; nothing for the usual one. */
export function mannerQuery({ language, large, contrast }: KioskManner): Query {
  return {
    ...(language !== 'pl' && { lang: language }),
    ...(large && { large: 1 }),
    ...(contrast && { contrast: 1 }),
  }
}
