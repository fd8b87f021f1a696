import type { City, Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { ZoneHours } from '../../use-cases/desk/limits-by-hour.ts'

/** The size of a plot, in units of its own. */
const plot = { width: 320, height: 56, foot: 14 }

/** A room's limit hour by hour: as a plot and as a table. */
export interface LimitPlot {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly bars: readonly Bar[]
  readonly ticks: readonly { readonly x: number; readonly text: string }[]
  readonly rows: readonly LimitLine[]
  readonly binds: readonly string[]
  readonly isAbove: boolean
  /** The fullest hour in one sentence. */
  readonly sentence: string
}

interface Bar {
  readonly x: number
  readonly width: number
  readonly y: number
  readonly height: number
  /** Where the limit lies; absent without one. */
  readonly limitY: number | undefined
  readonly isAbove: boolean
  readonly isFull: boolean
}

interface LimitLine {
  readonly hours: string
  readonly booked: number
  readonly limit: string
  readonly isAbove: boolean
}

/** The limits of rooms in which anything limits; those without a limit are left out. */
export function limitPlots(city: City, limits: readonly ZoneHours[], language: Language): LimitPlot[] {
  return limits.filter(({ hours }) => hours.some(hour => limitIn(hour) !== undefined)).map(zone => plotOf(city, zone, language))
}

type Hour = ZoneHours['hours'][number]

/** The limit that is nearer: the sanitary one where it counts heads, else that of the fire regulations. */
function limitIn(hour: Hour): number | undefined {
  return hour.limit ?? hour.bodiesLimit
}

function bookedIn(hour: Hour): number {
  return hour.limit === undefined ? hour.bodies : hour.booked
}

function plotOf(city: City, { zoneId, hours }: ZoneHours, language: Language): LimitPlot {
  const t = wordsFor(language)
  const most = Math.max(1, ...hours.map(hour => Math.max(bookedIn(hour), limitIn(hour) ?? 0)))
  const width = plot.width / Math.max(1, hours.length)
  const heightOf = (persons: number) => Math.round((persons / most) * (plot.height - plot.foot - 6))
  const floor = plot.height - plot.foot
  const bars = hours.map((hour, i): Bar => {
    const limit = limitIn(hour)
    const height = heightOf(bookedIn(hour))
    return {
      x: Math.round(i * width + 2),
      width: Math.round(width - 4),
      y: floor - height,
      height,
      limitY: limit === undefined ? undefined : floor - heightOf(limit),
      isAbove: hour.isAbove,
      isFull: limit !== undefined && bookedIn(hour) >= limit,
    }
  })
  const name = city.zones.find(({ id }) => id === zoneId)?.name[language] ?? zoneId
  const fullest = hours.reduce<Hour | undefined>((one, hour) => (one && rest(one) <= rest(hour) ? one : hour), undefined)
  return {
    name,
    width: plot.width,
    height: plot.height,
    bars,
    ticks: hours.map((hour, i) => ({ x: Math.round(i * width + 2), text: hourText(hour.from, language) })),
    rows: hours.map(hour => ({
      hours: `${formatTime(hour.from, language)}–${formatTime(hour.to, language)}`,
      booked: bookedIn(hour),
      limit: String(limitIn(hour) ?? '–'),
      isAbove: hour.isAbove,
    })),
    binds: bindingRules(city, hours, language),
    isAbove: hours.some(hour => hour.isAbove),
    sentence: fullest
      ? t('desk.limit-fullest', {
          booked: bookedIn(fullest),
          limit: limitIn(fullest) ?? 0,
          time: formatTime(fullest.from, language),
        })
      : '',
  }
}

function rest(hour: Hour): number {
  return (limitIn(hour) ?? Infinity) - bookedIn(hour)
}

function hourText(minute: number, language: Language): string {
  return minute % 60 === 0 ? String(minute / 60) : formatTime(minute, language)
}

function bindingRules(city: City, hours: readonly Hour[], language: Language): string[] {
  const ids = new Set(hours.map(hour => hour.bindingRuleId))
  const rules = city.rules.filter(({ id }) => ids.has(id)).map(rule => rule.text?.[language] ?? rule.id)
  const byFire = hours.some(hour => hour.limit === undefined && hour.bodiesLimit !== undefined)
  return [...rules, ...(byFire ? [wordsFor(language)('desk.limit-fire')] : [])]
}
