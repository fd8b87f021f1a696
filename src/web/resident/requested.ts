import type { Request } from 'express'
import type { City } from '../../domain/city.ts'
import type { Service } from '../../domain/service/service.ts'
import { serviceNamed } from '../api/known.ts'

/** The matter that an address names by its id or number. @throws {NotFound} */
export function requestedService(city: City, req: Request): Service {
  return serviceNamed(city, String(req.params['service']))
}

/** What a form or an address carries: texts, or lists of texts where a field occurs more than once. */
export type Form = Readonly<Record<string, unknown>>

/** The fields of a form that was sent; none if nothing was. */
export function formOf(req: Request): Form {
  return (req.body ?? {}) as Form
}

/** One field as text; empty if it is absent, the first if it occurs more than once. */
export function textOf(form: Form, name: string): string {
  const value = form[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

/** A field as a list, however often it occurs. */
export function listOf(form: Form, name: string): string[] {
  const value = form[name]
  const all: unknown[] = Array.isArray(value) ? value : [value]
  return all.filter(each => typeof each === 'string').filter(each => each !== '')
}
