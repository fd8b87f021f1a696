import type { City, Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { Break } from '../../use-cases/desk/breaks-of.ts'

/** A grey line of the schedule in words. */
export interface BreakLine {
  readonly start: number
  readonly time: string
  readonly text: string
  readonly reason: string
  readonly deskId: string | undefined
}

/** The breaks of a day in words. */
export function breakLines(city: City, breaks: readonly Break[], language: Language): BreakLine[] {
  const t = wordsFor(language)
  return breaks.map(stretch => {
    const desk = city.desks.find(({ id }) => id === stretch.deskId)?.label ?? ''
    const zone = city.zones.find(({ id }) => id === stretch.zoneId)?.name[language] ?? ''
    return {
      start: stretch.from,
      time: `${formatTime(stretch.from, language)}–${formatTime(stretch.to, language)}`,
      text: t(`break.${stretch.kind}`, { desk, zone }),
      reason: stretch.reason ?? '',
      deskId: stretch.deskId,
    }
  })
}
