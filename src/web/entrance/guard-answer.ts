import type { City, Language } from '../../domain/city.ts'
import { formatDate, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { DoorTold } from '../../use-cases/entrance/door-told.ts'

/** One answer, as huge as the glass: a colour, a sign, a word, and what else there is to know. */
export interface AnswerInWords {
  readonly tone: 'good' | 'wait' | 'no' | 'elsewhere' | 'quiet'
  readonly sign: 'check' | 'clock' | 'cross' | 'arrow' | 'question' | 'scan'
  readonly word: string
  readonly text: string
  readonly label: string | undefined
  /** What may be done against the answer: the code to be sent again, to come in all the same or to leave. */
  readonly again: string | undefined
  readonly canEnter: boolean
  readonly canLeave: boolean
}

type Said = Pick<AnswerInWords, 'tone' | 'sign' | 'word'> & { readonly text?: string }

/** An answer in words; before any, that the next person may come. */
export function answerInWords(told: DoorTold | undefined, city: City, language: Language): AnswerInWords {
  const t = wordsFor(language)
  const ready: Said = { tone: 'quiet', sign: 'scan', word: t('guard.ready'), text: t('guard.ready-text') }
  const said = told ? saidOf(told, city, language) : ready
  const canLeave = told?.kind === 'already-in'
  const again = told?.again
  const standbyRefused = told?.kind === 'full' && told.label === undefined
  return {
    tone: said.tone,
    sign: said.sign,
    word: said.word,
    text: said.text ?? '',
    label: told?.label,
    again,
    canEnter: (again !== undefined && !canLeave) || standbyRefused,
    canLeave: again !== undefined && canLeave,
  }
}

function saidOf(told: DoorTold, city: City, language: Language): Said {
  const t = wordsFor(language)
  const persons = (count: number) => t('count.persons', { count })
  const zone = (id: string) => city.zones.find(each => each.id === id)?.name[language] ?? id
  const when = (date: string, start: number) =>
    t('guard.visit-at', { date: formatDate(date, language, 'day'), time: formatTime(start, language) })
  switch (told.kind) {
    case 'enter': {
      const text = `${persons(told.persons)} – ${zone(told.zoneId)}`
      if (told.overLimit === true) return { tone: 'no', sign: 'check', word: t('guard.enter-over'), text }
      return { tone: 'good', sign: 'check', word: t(told.overLimit === false ? 'guard.enter-told' : 'guard.enter'), text }
    }
    case 'wait-until': {
      const time = formatTime(told.minute, language)
      return { tone: 'wait', sign: 'clock', word: t('guard.wait-until', { time }), text: t('guard.wait-until-text', { time }) }
    }
    case 'full': {
      if (told.kept) return { tone: 'wait', sign: 'clock', word: t('guard.kept'), text: t('guard.kept-text') }
      const text = t('guard.full-text', { zone: zone(told.zoneId), limit: told.limit })
      return { tone: 'no', sign: 'cross', word: t('guard.full', { count: told.persons }), text }
    }
    case 'other-entrance':
      return { tone: 'elsewhere', sign: 'arrow', word: t('guard.other-entrance'), text: told.entrances.join(', ') }
    case 'wrong-office': {
      const office = city.offices.find(each => each.id === told.officeId)
      const text = `${office?.name[language] ?? told.officeId}, ${office?.address ?? ''}. ${when(told.date, told.start)}`
      return { tone: 'elsewhere', sign: 'arrow', word: t('guard.wrong-office'), text }
    }
    case 'not-today':
      return { tone: 'no', sign: 'cross', word: t('guard.not-today'), text: when(told.date, told.start) }
    case 'too-late':
      return { tone: 'no', sign: 'cross', word: t('guard.too-late'), text: t('guard.too-late-text', { count: told.byMinutes }) }
    case 'already-in':
      return { tone: 'wait', sign: 'check', word: t('guard.already-in'), text: persons(told.persons) }
    case 'over':
      return { tone: 'no', sign: 'cross', word: t('guard.over'), text: t(`status.${told.status}`) }
    case 'unknown':
      return { tone: 'no', sign: 'question', word: t('guard.unknown'), text: t('guard.unknown-text') }
    case 'counted-in': {
      const word = told.persons === 1 ? t('guard.counted-in') : t('guard.counted-in-many', { count: told.persons })
      return told.overLimit === true
        ? { tone: 'no', sign: 'check', word: t('guard.enter-over'), text: word }
        : { tone: 'good', sign: 'check', word }
    }
    case 'counted-out':
      return {
        ...{ tone: 'quiet', sign: 'check' },
        word: told.persons === 1 ? t('guard.counted-out') : t('guard.counted-out-many', { count: told.persons }),
      }
    case 'left':
      return { tone: 'quiet', sign: 'check', word: t('guard.left'), text: persons(told.persons) }
    case 'recounted': {
      const text = t('guard.recounted-text', { zone: zone(told.zoneId), count: told.persons })
      return { tone: 'quiet', sign: 'check', word: t('guard.recounted'), text }
    }
    case 'not-in':
      return { tone: 'wait', sign: 'question', word: t('guard.not-in') }
  }
}
