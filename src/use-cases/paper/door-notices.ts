import { isInForce, type OfficeDate } from '../../domain/calendar.ts'
import type { City, Office } from '../../domain/city.ts'
import type { CompanionKind, ConductTopic, Rule } from '../../domain/capacity/occupancy-rule.ts'
import type { DayPlan } from '../../domain/capacity/day.ts'
import { rulesInForce, rulesOf } from '../../domain/capacity/scope.ts'
import type { LimitNotice, Notice, NoticeDay } from '../../paper/values.ts'
import { deathPlaces } from './death-places.ts'
import { roomSpans } from './room-spans.ts'

/** What a notice says besides the day itself. */
export interface NoticeSetting {
  /** Where visits are booked, as people type it: `wizyty.example.pl`. */
  readonly website: string
  /** The days whose hours are posted; absent: this one. */
  readonly week: readonly NoticeDay[]
}

/**
 * The notices for the doors of an office on a day. What the city only assumes is the office's own word: no act is named
 * for it. An office that is closed gets the notice that it is, and those that hold all the same.
 */
export function noticesOfDay(city: City, plan: DayPlan, setting?: NoticeSetting): Notice[] {
  const office = city.offices.find(({ id }) => id === plan.officeId)
  if (!office) return []
  const rules = rulesInForce(
    city.rules,
    city.zones.filter(zone => zone.officeId === office.id),
    plan.date,
  )
  const ways = { website: setting?.website ?? '', phone: city.organisation.phone }
  const week = setting?.week ?? [{ date: plan.date, spans: plan.hours }]
  if (plan.hours.length === 0) {
    const next = week.find(({ date, spans }) => date > plan.date && spans.length > 0)
    const opens = next?.spans[0] && { date: next.date, minute: next.spans[0].from }
    const reason = rulesOf(rules, 'closed').find(isCited)?.text
    const closed: Notice = { kind: 'closed-today', ...(reason && { reason }), ...(opens && { opens }), ways }
    return [closed, ...boxNotices(city, office, plan.date), ...deathNotices(city, plan)]
  }
  const [appointment] = rulesOf(rules, 'appointment-only')
  const basis = appointment && isCited(appointment) ? appointment.legalBasis : undefined
  return [
    ...limitNotices(city, plan),
    { kind: 'hours', days: week.slice(0, 7), appointmentOnly: plan.appointmentOnly, ways },
    ...(plan.appointmentOnly ? [{ kind: 'appointment-only', ways, ...(basis && { legalBasis: basis }) } as const] : []),
    ...conductNotices(rules),
    ...boxNotices(city, office, plan.date),
    ...deathNotices(city, plan),
    privacyNotice(city, ways.website),
  ]
}

/** Whether an act may be named for a rule on paper: where the record is made up, it may not. */
export function isCited(rule: Pick<Rule, 'provenance' | 'legalBasis'>): boolean {
  return rule.provenance === 'verified' && rule.legalBasis !== undefined
}

function limitNotices(city: City, plan: DayPlan): LimitNotice[] {
  return plan.zones.flatMap(zone => {
    const spans = roomSpans(plan, zone)
    if (spans.every(({ persons }) => persons === 0)) return [] // a closed room has nobody to tell
    const binding = city.rules.filter(({ id }) => spans.some(({ ruleId }) => ruleId === id))
    const [rule] = binding.length === 1 ? binding : []
    const bases = [...new Set(binding.filter(isCited).flatMap(each => each.legalBasis ?? []))]
    const notice: LimitNotice = {
      kind: 'limit',
      room: zone.zone.name,
      ...(zone.zone.parentId === undefined && { building: true }),
      times: spans.map(({ from, to, persons }) => ({ from, to, persons })),
      exempt: [...zone.exempt.keys()] as CompanionKind[],
      ...(rule?.validFrom !== undefined && { validFrom: rule.validFrom }),
      ...(rule?.text && { rule: rule.text }),
      ...(bases.length > 0 && { legalBasis: bases.join('; ') }),
      ...(bases.length === 0 && { own: true }),
    }
    return [notice]
  })
}

function conductNotices(rules: readonly Rule[]): Notice[] {
  const conduct = rulesOf(rules, 'conduct')
  const topics = [...new Set(conduct.flatMap<ConductTopic>(rule => rule.demand.topics))]
  if (topics.length === 0) return []
  const legalBases = [...new Set(conduct.filter(isCited).flatMap(rule => rule.legalBasis ?? []))]
  return [{ kind: 'conduct', topics, legalBases }]
}

function boxNotices(city: City, office: Office, date: OfficeDate): Notice[] {
  return city.dropBoxes
    .filter(box => box.officeId === office.id && isInForce(box, date))
    .map(({ address, validTo }): Notice => {
      return { kind: 'drop-box', address, phone: city.organisation.phone, ...(validTo !== undefined && { validTo }) }
    })
}

function deathNotices(city: City, plan: DayPlan): Notice[] {
  const places = deathPlaces(city, plan.date)
  return places.length > 0 ? [{ kind: 'deaths', places, phone: city.organisation.phone }] : []
}

function privacyNotice({ organisation, policy }: City, website: string): Notice {
  return {
    kind: 'privacy',
    controller: organisation.dataController,
    address: organisation.address,
    officerEmail: organisation.dataProtectionOfficer.email,
    retentionDays: policy.retentionDays,
    website: website === '' ? '' : `${website}/privacy`,
  }
}
