import { z } from 'zod'
import type { City, Language } from '../../domain/city.ts'
import { officesOf } from '../../domain/service/offices-of.ts'
import type { Service } from '../../domain/service/service.ts'
import { service } from './answers.ts'
import { languageQuery } from './asked.ts'
import type { Call } from './call.ts'
import { sendOfCity } from './send-of-city.ts'

export const listServices: Call = {
  method: 'get',
  path: '/services',
  name: 'listServices',
  summary: 'Every matter, with every way to settle it',
  open: true,
  inQuery: languageQuery,
  answers: { 200: { what: 'The matters.', schema: z.array(service) } },
  run: (web, req, res) =>
    sendOfCity(web, req, res, 'services', (city, language) => city.services.map(each => serviceAnswer(city, each, language))),
}

function serviceAnswer(city: City, each: Service, language: Language): z.output<typeof service> {
  const { id, number, topic, departmentId, procedure, durationMinutes, personsAtLeast, ways } = each
  const { dropBox, post, inPerson, appointment } = ways
  return {
    id,
    number,
    name: each.name[language],
    topic,
    department: departmentId,
    ...(procedure !== undefined && { procedure }),
    durationMinutes,
    personsAtLeast,
    offices: officesOf(city, each).map(office => office.id),
    ways: { online: onlineWay(city, ways.online), dropBox, post, inPerson, appointment },
    documents: each.documentIds.flatMap(documentId => city.documents.find(one => one.id === documentId)?.name[language] ?? []),
  }
}

function onlineWay(city: City, online: Service['ways']['online']) {
  const system = city.onlineSystems.find(each => each.id === online?.systemId)
  if (!online || !system) return null
  return { extent: online.extent, system: system.name, url: system.url, signIn: system.signIn }
}
