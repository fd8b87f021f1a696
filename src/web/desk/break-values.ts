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
}

/** The breaks of a day in words; rooms with the same break at the same time stand in one line. */
export function breakLines(city: City, breaks: readonly Break[], language: Language): BreakLine[] {
  const t = wordsFor(language)
  return together(breaks).map(([stretch, zoneIds]) => {
    const desk = city.desks.find(({ id }) => id === stretch.deskId)?.label ?? ''
    const zone = zoneIds.map(zoneId => city.zones.find(({ id }) => id === zoneId)?.name[language] ?? zoneId).join(', ')
    return {
      start: stretch.from,
      time: `${formatTime(stretch.from, language)}–${formatTime(stretch.to, language)}`,
      text: t(`break.${stretch.kind}`, { desk, zone }),
      reason: stretch.reason ?? '',
    }
  })
}

function together(breaks: readonly Break[]): [Break, string[]][] {
  const known = new Map<string, [Break, string[]]>()
  for (const stretch of breaks) {
    const { kind, from, to, deskId, reason, zoneId } = stretch
    const key = JSON.stringify([kind, from, to, deskId, reason])
    const [first, zoneIds] = known.get(key) ?? [stretch, []]
    known.set(key, [first, [...zoneIds, ...(zoneId === undefined ? [] : [zoneId])]])
  }
  return [...known.values()]
}
