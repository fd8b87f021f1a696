import type { City, DropBox, SpecialDay } from './city.ts'

/** What a city speaks of, besides its organisation and its booking policy, in an order in which nothing precedes what it refers to. */
export const subjects = [
  'offices',
  'zones',
  'departments',
  'deskGroups',
  'desks',
  'services',
  'documents',
  'onlineSystems',
  'dropBoxes',
  'needs',
  'rules',
  'specialDays',
] as const satisfies readonly (keyof City)[]
export type Subject = (typeof subjects)[number]

/** A record of a city under the name that stays the same from one load to the next. */
export interface NamedRecord<Kept = unknown> {
  readonly id: string
  readonly record: Kept
}

/** The records of one subject, each under its lasting name, in the city's order. */
export function recordsOf<Named extends Subject>(city: City, subject: Named): NamedRecord<City[Named][number]>[] {
  const records: readonly City[Named][number][] = city[subject]
  return records.map(record => ({ id: lastingName(record), record }))
}

/** A drop-box goes by its address and first day, a special day by its date and office, everything else by its id. */
export function lastingName(record: City[Subject][number]): string {
  if ('id' in record) return record.id
  return 'address' in record ? nameOfBox(record) : nameOfDay(record)
}

function nameOfBox(box: DropBox): string {
  return box.validFrom ? `${box.address} from ${box.validFrom}` : box.address
}

function nameOfDay(day: SpecialDay): string {
  return day.officeId ? `${day.date} at ${day.officeId}` : day.date
}
