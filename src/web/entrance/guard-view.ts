import type { City, Language } from '../../domain/city.ts'
import { mostStandby } from '../../domain/queue/outside.ts'
import type { ZoneNow } from '../../domain/queue/room-left.ts'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { CalledOutside, DoorView } from '../../use-cases/entrance/watch-door.ts'
import { answerInWords, type AnswerInWords } from './guard-answer.ts'

/** Somebody outside in words: `A012 · 2 osoby · 9.40`. */
interface OutsideInWords {
  readonly label: string
  readonly text: string
}

/** A zone in words, with how near its limits are. */
interface ZoneInWords {
  readonly id: string
  readonly name: string
  readonly part: boolean
  readonly heads: number
  readonly exempt: number
  readonly state: 'free' | 'near' | 'full' | 'over'
  readonly left: string | undefined
  /** Both counts, the binding one marked. */
  readonly counts: readonly {
    readonly text: string
    readonly what: string
    readonly binding: boolean
    readonly basis: string | undefined
  }[]
}

/** What the part of the guard's page that changes is made of. */
export interface LiveValues {
  readonly answer: AnswerInWords
  readonly zones: readonly ZoneInWords[]
  readonly next: OutsideInWords | undefined
  readonly outside: readonly OutsideInWords[]
  readonly standby: string
}

/** The door in words. */
export function liveValues(view: DoorView, language: Language): LiveValues {
  const t = wordsFor(language)
  return {
    answer: answerInWords(view.told, view.city, language),
    zones: view.zones.filter(isShown).map(zone => zoneInWords(zone, view.city, language)),
    next: view.next && outsideInWords(view.next, language),
    outside: view.outside.map(each => outsideInWords(each, language)),
    standby: t('guard.standby', { count: view.standby < mostStandby ? String(view.standby) : `${mostStandby}+` }),
  }
}

/** Zones without a limit and without people are left out, but for the building. */
function isShown(zone: ZoneNow, place: number): boolean {
  return place === 0 || zone.countedLimit !== undefined || zone.bodies > 0
}

function zoneInWords(now: ZoneNow, city: City, language: Language): ZoneInWords {
  const t = wordsFor(language)
  const zone = city.zones.find(({ id }) => id === now.zoneId)
  const basis = city.rules.find(({ id }) => id === now.ruleId)?.legalBasis
  const { left } = now
  const count = (here: number, limit: number | undefined, what: 'sanitary' | 'fire', binding: boolean) =>
    limit === undefined
      ? []
      : [
          {
            text: t('guard.of', { here, limit }),
            what: t(`guard.${what}`),
            binding,
            basis: what === 'sanitary' ? basis : undefined,
          },
        ]
  const counts = [
    ...count(now.counted, now.countedLimit, 'sanitary', now.binding === 'counted'),
    ...count(now.bodies, now.bodiesLimit, 'fire', now.binding === 'bodies'),
  ]
  return {
    id: now.zoneId,
    name: zone?.name[language] ?? now.zoneId,
    part: zone?.parentId !== undefined,
    heads: now.bodies,
    exempt: now.bodies - now.counted,
    state: stateOf(left),
    left: leftInWords(left, language),
    counts:
      counts.length > 0
        ? counts
        : [{ text: t('guard.no-limit', { here: now.bodies }), what: '', binding: true, basis: undefined }],
  }
}

function leftInWords(left: number | undefined, language: Language): string | undefined {
  if (left === undefined) return undefined
  const t = wordsFor(language)
  return left < 0 ? t('guard.above', { count: -left }) : t('guard.left-places', { count: left })
}

function stateOf(left: number | undefined): ZoneInWords['state'] {
  if (left === undefined || left > 1) return 'free'
  if (left === 1) return 'near'
  return left === 0 ? 'full' : 'over'
}

function outsideInWords({ label, persons, start }: CalledOutside, language: Language): OutsideInWords {
  const t = wordsFor(language)
  return { label, text: `${t('count.persons', { count: persons })}, ${formatTime(start, language)}` }
}
