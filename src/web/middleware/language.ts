import type { RequestHandler, Response } from 'express'
import { languages, type Language } from '../../domain/city.ts'

const cookieName = 'okienko_lang'
const secondsPerYear = 31_536_000

/**
 * Chooses the language of a page: `?lang=`, else the cookie, else what the browser accepts, else Polish. Only a choice
 * made by `?lang=` is kept in a cookie.
 */
export const chooseLanguage: RequestHandler = (req, res, next) => {
  const asked = languageNamed(req.query['lang'])
  const language =
    asked ?? languageNamed(cookieOf(req.headers.cookie, cookieName)) ?? accepted(req.headers['accept-language']) ?? 'pl'
  res.locals['language'] = language
  res.setHeader('Content-Language', language)
  res.vary('Accept-Language')
  res.vary('Cookie')
  if (asked) {
    res.cookie(cookieName, asked, {
      maxAge: secondsPerYear * 1000,
      sameSite: 'lax',
      secure: req.secure,
      httpOnly: true,
      path: '/',
    })
  }
  next()
}

/** The language chosen for this request; Polish where none was chosen yet. */
export function languageOf(res: Response): Language {
  return (res.locals['language'] as Language | undefined) ?? 'pl'
}

/** The value of one cookie of a `Cookie` header. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(';').find(cookie => cookie.trimStart().startsWith(`${name}=`))
  return pair?.slice(pair.indexOf('=') + 1).trim()
}

/** One of our languages by its code, whatever was typed. */
export function languageNamed(text: unknown): Language | undefined {
  return languages.find(language => language === text)
}

/** The first of our languages in the reader's order of preference. */
export function accepted(header: string | undefined): Language | undefined {
  if (!header) return undefined
  const wishes = header.split(',', 20).map(wish => {
    const [range = '', ...parameters] = wish.trim().toLowerCase().split(';')
    const quality = parameters.map(text => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(found => found !== undefined)
    return { language: languageNamed(range.split('-')[0]), quality: Number(quality ?? 1) }
  })
  return wishes.filter(wish => wish.language && wish.quality > 0).sort((one, other) => other.quality - one.quality)[0]?.language
}
