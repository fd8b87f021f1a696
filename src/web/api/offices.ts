import { z } from 'zod'
import { office } from './answers.ts'
import { languageQuery } from './asked.ts'
import type { Call } from './call.ts'
import { sendOfCity } from './send-of-city.ts'
import { officeAnswer } from './office-answer.ts'

export const listOffices: Call = {
  method: 'get',
  path: '/offices',
  name: 'listOffices',
  summary: 'Every office, with its address, hours and matters',
  open: true,
  inQuery: languageQuery,
  answers: { 200: { what: 'The offices.', schema: z.array(office) } },
  run: (web, req, res) =>
    sendOfCity(web, req, res, 'offices', (city, language) => city.offices.map(each => officeAnswer(city, each, language))),
}
