import type { City, Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { isWordKey, wordsFor } from '../../language/words.ts'
import type { Proof, ProvenHour } from '../../use-cases/entrance/proof-of-day.ts'

/** The hours of a proof as rows of a table. */
export function hoursInWords(proof: Proof, city: City, language: Language) {
  const t = wordsFor(language)
  return proof.hours.map(hour => ({
    zone: zoneName(city, hour.zoneId, language),
    hour: `${formatTime(hour.hour * 60, language)}–${formatTime(hour.hour * 60 + 60, language)}`,
    most: hour.mostCounted,
    limit: hour.countedLimit ?? t('proof.no-rule'),
    above: hour.overCounted > 0 ? t('proof.above', { count: hour.overCounted }) : undefined,
    rule: ruleOf(hour, language),
    mostAll: hour.mostBodies,
    fireLimit: hour.bodiesLimit ?? '–',
    fireAbove: hour.overBodies > 0 ? t('proof.above', { count: hour.overBodies }) : undefined,
    overrides: hour.overrides,
  }))
}

/** What was done with a reason, as rows of a table. */
export function reasonsInWords(proof: Proof, language: Language) {
  const t = wordsFor(language)
  return proof.reasons.map(({ atMinute, kind, persons, entrance, reason, overLimit }) => {
    const key = `proof.kind-${kind}`
    return {
      time: formatTime(atMinute, language),
      what: isWordKey(key) ? t(key) : kind,
      persons,
      entrance,
      reason: reasonInWords(reason ?? '', language),
      overLimit,
    }
  })
}

/** The reasons that a guard can choose are kept by name, so that they can be read in any language; others as they were typed. */
function reasonInWords(reason: string, language: Language): string {
  const key = [`proof.reason-${reason}`, `guard.reason-${reason}`, `guard.recount-reason-${reason}`].find(isWordKey)
  return key ? wordsFor(language)(key) : reason
}

/** The proof as a file for spreadsheets: UTF-8 with its mark, semicolons as Polish ones expect, one row an hour and zone. */
export function proofFile(proof: Proof, city: City, language: Language): string {
  const t = wordsFor(language)
  const head = [
    ...[t('staff.office'), t('audit.day'), t('proof.zone'), t('proof.hour'), t('proof.most'), t('proof.limit')],
    ...[t('proof.rule'), t('proof.most-all'), t('proof.fire-limit'), t('proof.overrides')],
  ]
  const rows = proof.hours.map(hour => [
    ...[proof.office.name[language], proof.date, zoneName(city, hour.zoneId, language), `${twoDigits(hour.hour)}:00`],
    ...[
      hour.mostCounted,
      hour.countedLimit ?? '',
      ruleOf(hour, language),
      hour.mostBodies,
      hour.bodiesLimit ?? '',
      hour.overrides,
    ],
  ])
  const reasons = reasonsInWords(proof, language).map(each => [each.time, each.what, each.persons, each.entrance, each.reason])
  const heads2 = [t('proof.when'), t('proof.what'), t('proof.persons'), t('device.entrance'), t('proof.reason')]
  const lines = [head, ...rows, ...(reasons.length > 0 ? [[], heads2, ...reasons] : [])]
  return `\uFEFF${lines.map(line => line.map(cell).join(';')).join('\r\n')}\r\n`
}

/** Quoted where it must be; what a spreadsheet would take for a formula becomes text. */
function cell(value: string | number): string {
  const text = String(value)
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function ruleOf({ rule, ruleId }: ProvenHour, language: Language): string {
  if (!rule) return ruleId ?? ''
  return [rule.text?.[language], rule.legalBasis].filter(part => part !== undefined).join(' – ') || rule.id
}

function zoneName(city: City, zoneId: string, language: Language): string {
  return city.zones.find(({ id }) => id === zoneId)?.name[language] ?? zoneId
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0')
}
