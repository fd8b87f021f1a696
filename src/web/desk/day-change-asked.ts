import type { Response } from 'express'
import { changesInForce } from '../../use-cases/desk/change-day/in-force.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { languageOf } from '../middleware/language.ts'
import { textOf, type Form } from '../resident/requested.ts'
import type { Web } from '../web.ts'
import { changesInWords, type ChangeInForce } from './changes-in-force.ts'
import { readChange, readTakeBack, type ReadChange } from './day-change-form.ts'
import type { DeskPlace } from './place.ts'

/** What a form asks for: a new change, or to take one back that is in force. */
export async function askedChange(web: Web, res: Response, place: DeskPlace, form: Form): Promise<ReadChange> {
  const language = languageOf(res)
  const taken = textOf(form, 'take-back') !== '' && readTakeBack(form, await takeableChanges(web, res, place), place, language)
  return taken || readChange(form, await cityNow(web.house), place, language)
}

/** The changes of a day that can be taken back, in words. */
export async function takeableChanges(web: Web, res: Response, { office, date }: DeskPlace): Promise<ChangeInForce[]> {
  const changes = await changesInForce(web.house, { officeId: office.id, date })
  return changesInWords(await cityNow(web.house), changes, languageOf(res))
}
