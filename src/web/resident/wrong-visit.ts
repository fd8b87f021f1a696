import type { Response } from 'express'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { serviceNamed } from '../api/known.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { showResident } from './frame.ts'
import { readParty, type FieldError } from './party-form.ts'
import { timesPath } from './party-query.ts'
import { textOf, type Form } from './requested.ts'

/** Says what is wrong with the wish for a visit, 422, with the way back to the times; what could be read is kept. */
export async function showWrongVisit(web: Web, res: Response, form: Form, errors: readonly FieldError[]): Promise<void> {
  const language = languageOf(res)
  const city = await cityNow(web.house)
  const service = serviceNamed(city, textOf(form, 'service'))
  const back = timesPath(service, { office: textOf(form, 'office') }, readParty(form, city, service, language).asked)
  const linked = errors.map(({ text }) => ({ field: 'back', text }))
  await showResident(
    web,
    res,
    'resident/wrong-visit',
    { title: wordsFor(language)('error.fields-title'), errors: linked, back, servicePath: paths.service(service.id) },
    422,
  )
}
