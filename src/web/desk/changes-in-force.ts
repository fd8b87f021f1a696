import type { DayException } from '../../domain/capacity/day.ts'
import type { City, Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { ChangeMade } from '../../use-cases/desk/change-day/in-force.ts'

/** A change of the day that can be taken back, in words. */
export interface ChangeInForce {
  readonly number: number
  readonly sentence: string
  /** For colleagues; empty where none was given. */
  readonly reason: string
  readonly closesOffice: boolean
}

/** The changes of a day in words, in the order in which they were made. */
export function changesInWords(city: City, changes: readonly ChangeMade[], language: Language): ChangeInForce[] {
  return changes.map(({ number, exception, reason }) => ({
    number,
    sentence: saidOf(exception, city, language),
    reason: reason ?? '',
    closesOffice: exception.kind === 'office-closed',
  }))
}

/** A change in a sentence: for the page, the log and the list of people to reach. */
export function saidOf(exception: DayException, city: City, language: Language): string {
  const t = wordsFor(language)
  const { from, to } = exception.kind === 'desk-staffed' ? exception.shift.span : exception.span
  const times = { from: formatTime(from, language), to: formatTime(to, language) }
  if (exception.kind === 'office-closed') return t('desk.change-said-office-early', times)
  if (exception.kind === 'zone-closed') {
    const zone = city.zones.find(({ id }) => id === exception.zoneId)?.name[language] ?? exception.zoneId
    return t('desk.change-said-air', { ...times, zone })
  }
  const deskId = exception.kind === 'desk-staffed' ? exception.shift.deskId : exception.deskId
  const desk = city.desks.find(({ id }) => id === deskId)?.label ?? deskId
  if (exception.kind === 'desk-staffed') return t('desk.change-said-staff-desk', { ...times, desk })
  return t(from === 0 ? 'desk.change-said-desk-late' : 'desk.change-said-desk-absent', { ...times, desk })
}
