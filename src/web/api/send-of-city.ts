import type { Request, Response } from 'express'
import type { City, Language } from '../../domain/city.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { sendReady } from '../ready-answers.ts'
import type { Web } from '../web.ts'
import { languageQuery } from './asked.ts'
import { read } from './call.ts'

/** Answers what changes with the city only, in the language asked for; kept ready, and cached for a minute. */
export async function sendOfCity(
  web: Web,
  req: Request,
  res: Response,
  name: string,
  make: (city: City, language: Language) => unknown,
): Promise<void> {
  const { lang } = read(languageQuery, req.query)
  const city = await cityNow(web.house)
  sendReady(web.ready, req, res, {
    key: `api ${name} ${lang}`,
    state: String(city.version),
    type: 'application/json',
    cacheControl: 'public, max-age=60',
    make: () => JSON.stringify(make(city, lang)),
  })
}
