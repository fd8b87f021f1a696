import { isInForce, type OfficeDate, type Span } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import type { Rule } from '../../domain/capacity/occupancy-rule.ts'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { Opening } from '../../use-cases/resident/openings-on.ts'

/** An office that receives people today, in words. */
export interface OfficeToday {
  readonly name: string
  readonly address: string
  readonly hours: string
  readonly manner: string | undefined
}

/** The offices that are open, with their hours and how they receive people. */
export function todayAtOffices(city: City, openings: readonly Opening[], language: Language): OfficeToday[] {
  return openings
    .filter(({ hours }) => hours.length > 0)
    .flatMap(opening => {
      const office = city.offices.find(({ id }) => id === opening.officeId)
      if (!office) return []
      const { address } = office
      return [
        {
          name: office.name[language],
          address,
          hours: hoursInWords(opening.hours, language),
          manner: mannerOf(city, opening, language),
        },
      ]
    })
}

/** `8.00–13.00, 14.00–18.00` */
export function hoursInWords(hours: readonly Span[], language: Language): string {
  return hours.map(({ from, to }) => `${formatTime(from, language)}–${formatTime(to, language)}`).join(', ')
}

/** A rule for residents to read. The legal basis stands only where it is verified. */
export interface RuleInWords {
  readonly text: string
  readonly legalBasis: string | undefined
}

/** What every visitor of every office should know on a date; only what is verified. */
export function rulesToday(city: City, date: OfficeDate, language: Language): RuleInWords[] {
  return city.rules
    .filter(rule => rule.enabled && isInForce(rule, date) && rule.provenance === 'verified')
    .filter(({ demand }) => told.has(demand.kind))
    .flatMap(rule => ruleInWords(rule, language))
}

const told: ReadonlySet<string> = new Set(['closed', 'appointment-only', 'per-desk', 'protected-hours', 'conduct'])

/** A rule's own text, if it has one. */
export function ruleInWords(rule: Rule, language: Language): RuleInWords[] {
  if (!rule.text) return []
  return [{ text: rule.text[language], legalBasis: rule.provenance === 'verified' ? rule.legalBasis : undefined }]
}

/** Whether few matters are served, or those only who booked. */
function mannerOf(city: City, { appointmentOnly, servicesOnly }: Opening, language: Language): string | undefined {
  const t = wordsFor(language)
  if (servicesOnly && servicesOnly.size <= city.services.length / 10) return t('home.some-matters')
  return appointmentOnly ? t('home.appointment-only') : undefined
}
