import type { City } from '../../domain/city.ts'
import { wordsFor, type Words } from '../../language/words.ts'
import type { Language } from '../../domain/city.ts'
import type { SheetTick, SheetWalkIn, Tick } from '../../use-cases/paper/take-back/take-back-sheet.ts'
import type { SheetLine } from '../../use-cases/paper/take-back/sheet-line.ts'
import { textOf, type Form } from '../resident/requested.ts'
import { typedTime } from './search.ts'

/** How many lines for walk-ins a sheet has, and the form. */
export const walkInLines = 8

/** A line for walk-ins as it was typed. */
export interface TypedWalkIn {
  readonly line: string
  readonly time: string
  readonly service: string
  readonly desk: string
  readonly persons: string
  readonly end: string
}

/** A form of ticks, read: what can be taken back, what was typed, and what is wrong with it. */
export interface ReadSheet {
  readonly ticks: readonly SheetTick[]
  readonly walkIns: readonly SheetWalkIn[]
  readonly typed: readonly TypedWalkIn[]
  readonly errors: readonly { readonly field: string; readonly text: string }[]
}

const ticks: Readonly<Record<string, Tick>> = { a: 'arrived', s: 'served', n: 'no-show' }

/** The sign in the form for a tick. */
export const signOf: Readonly<Record<Tick, string>> = { arrived: 'a', served: 's', 'no-show': 'n' }

/**
 * Reads the ticks of a form.
 *
 * @param lines  those of the sheet that this person may take back: other visits are not touched
 * @param until  the last minute that can have happened on that day
 */
export function readSheet(
  form: Form,
  lines: readonly SheetLine[],
  { city, officeId, until, language }: { city: City; officeId: string; until: number; language: Language },
): ReadSheet {
  const t = wordsFor(language)
  const typed = Array.from({ length: walkInLines }, (_, place) => typedWalkIn(form, place + 1))
  const read = typed.flatMap((line, place) => (isEmpty(line) ? [] : [readWalkIn(line, place + 1, { city, officeId, until }, t)]))
  const numbers = read.flatMap(({ walkIn }) => (walkIn ? [walkIn.line] : []))
  const twice = numbers.length > new Set(numbers).size ? [{ field: 'w1-line', text: t('ticks.wrong-line') }] : []
  return {
    ticks: lines.flatMap(({ bookingNumber, start }) => {
      const tick = ticks[textOf(form, `t${bookingNumber}`)]
      return tick ? [{ bookingNumber, tick, start, over: textOf(form, `over${bookingNumber}`) === '1' }] : []
    }),
    walkIns: read.flatMap(({ walkIn }) => walkIn ?? []),
    typed,
    errors: [...read.flatMap(({ errors }) => errors), ...twice],
  }
}

function typedWalkIn(form: Form, place: number): TypedWalkIn {
  const field = (name: string) => textOf(form, `w${place}-${name}`).trim().slice(0, 60)
  return {
    ...{ line: field('line') || String(place), time: field('time'), service: field('service'), desk: field('desk') },
    ...{ persons: field('persons') || '1', end: field('end') || 's' },
  }
}

function isEmpty({ time, service }: TypedWalkIn): boolean {
  return time === '' && service === ''
}

function readWalkIn(
  typed: TypedWalkIn,
  place: number,
  { city, officeId, until }: { city: City; officeId: string; until: number },
  t: Words,
): { walkIn?: SheetWalkIn; errors: ReadSheet['errors'] } {
  const time = typedTime(typed.time)
  const service = city.services.find(({ id }) => id === typed.service)
  const desk = city.desks.find(({ id }) => id === typed.desk)
  const [line, persons] = [wholeIn(typed.line, 999), wholeIn(typed.persons, city.policy.largestParty)]
  const wrong = (name: string, isWrong: boolean, text: string) => (isWrong ? [{ field: `w${place}-${name}`, text }] : [])
  const errors = [
    ...wrong('line', line === undefined, t('ticks.wrong-line')),
    ...wrong('time', time === undefined, t('ticks.wrong-time')),
    ...wrong('time', time !== undefined && time > until, t('ticks.wrong-future')),
    ...wrong('service', service === undefined, t('ticks.wrong-matter')),
    ...wrong('persons', persons === undefined, t('ticks.wrong-persons', { most: city.policy.largestParty })),
  ]
  if (errors.length > 0 || line === undefined || time === undefined || !service || persons === undefined) return { errors }
  const deskId = desk?.officeId === officeId ? desk.id : undefined
  const walkIn = { line, time, serviceId: service.id, persons, served: typed.end !== 'a' }
  return { walkIn: { ...walkIn, ...(deskId !== undefined && { deskId }) }, errors }
}

function wholeIn(text: string, most: number): number | undefined {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}
