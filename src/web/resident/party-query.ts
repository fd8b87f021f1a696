import type { Service } from '../../domain/service/service.ts'
import { paths, type Query } from '../paths.ts'
import type { AskedParty } from './party-form.ts'

/** A field of a form: its name and its value. */
export type Field = readonly [name: string, value: string]

/** A party as the fields that carry it on: hidden in a form, or in an address. What goes without saying is left out. */
export function partyFields({ party, needs, groups }: AskedParty, service: Service): Field[] {
  return [
    ...(party.persons === service.personsAtLeast ? [] : [['persons', String(party.persons)] as const]),
    ...Object.entries(party.companions).map(([kind, count]) => [kind, String(count)] as const),
    ...needs.map(need => ['need', need] as const),
    ...groups.map(group => ['group', group] as const),
  ]
}

/** The address of the times of a matter for a party. */
export function timesPath(service: Service, query: Query, asked: AskedParty): string {
  const path = paths.times(service.id, query)
  const fields = new URLSearchParams(
    partyFields(asked, service).map(([name, value]): [string, string] => [name, value]),
  ).toString()
  if (fields === '') return path
  return `${path}${path.includes('?') ? '&' : '?'}${fields}`
}
