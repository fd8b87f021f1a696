import { unlimited } from './day.ts'
import type { Zone } from '../city.ts'
import type { AreaBand, AreaBasis, HeadCountDemand } from './occupancy-rule.ts'
import type { RuleOf } from './scope.ts'

/** A rule that gives a number of persons. */
export type HeadCountRule = RuleOf<HeadCountDemand>

/** What a rule may look at: a zone, and the desks in it and its parts. */
export interface ZoneAtTick {
  readonly zone: Pick<Zone, 'id' | 'publicAreaM2' | 'grossAreaM2' | 'residualAreaM2' | 'fireCapacity' | 'designCapacity'>
  readonly staffedDesks: number
  readonly installedDesks: number
}

/** The most persons in a zone, and the rule that says so. */
export interface Limit {
  readonly persons: number
  readonly rule: HeadCountRule
}

/** What a rule must know of a zone, and that was not known. */
export type Unknown = 'public-area' | 'gross-area' | 'residual-area' | 'fire-capacity' | 'design-capacity'

/** A rule needs an area or a capacity that is unknown or 0. That never means "no limit". */
export class RuleNotEvaluable extends Error {
  readonly zoneId: string
  readonly missing: Unknown

  constructor(zoneId: string, missing: Unknown) {
    super(`zone ${zoneId} has no ${missing}, so its limit cannot be computed`)
    this.name = 'RuleNotEvaluable'
    this.zoneId = zoneId
    this.missing = missing
  }
}

/**
 * The fewest persons any rule in force allows in a zone, and which rule says so.
 *
 * @param rules  head-count rules in force on the date, already narrowed to this zone
 * @returns      persons, a whole number of 0 or more; `undefined` where no rule sets a limit
 * @throws {RuleNotEvaluable} if a rule needs an area or a capacity that is unknown
 */
export function strictest(rules: readonly HeadCountRule[], at: ZoneAtTick): Limit | undefined {
  const limits = rules.map(rule => ({ persons: visitorsAllowed(rule, at), rule })).filter(limit => limit.persons < unlimited)
  return limits.reduce<Limit | undefined>((least, next) => (least && least.persons <= next.persons ? least : next), undefined)
}

/** What a rule leaves to visitors: where it counts staff, each staffed desk takes one. */
export function visitorsAllowed(rule: HeadCountRule, at: ZoneAtTick): number {
  const persons = personsAllowed(rule.demand, at)
  if (persons === unlimited || !rule.counting.staff) return persons
  return Math.max(0, persons - at.staffedDesks)
}

/**
 * Persons that a demand allows in a zone, staff among them where they count; `unlimited` where it asks for nothing.
 * Areas and fractions are rounded down (capacity model, section 5).
 *
 * @throws {RuleNotEvaluable} if it needs an area or a capacity that is unknown or 0
 */
export function personsAllowed(demand: HeadCountDemand, at: ZoneAtTick): number {
  switch (demand.kind) {
    case 'closed':
      // With exceptions it turns matters away, not heads: those excepted would have no room under a limit of 0.
      return demand.exceptServices.length === 0 ? 0 : unlimited
    case 'absolute-cap':
      return demand.persons
    case 'per-desk':
      return demand.personsPerDesk * (demand.basis === 'staffed' ? at.staffedDesks : at.installedDesks)
    case 'area-per-person':
      return Math.max(demand.atLeast, wholePersons((demand.safetyFactor * areaOf(at, demand.basis)) / demand.m2PerPerson))
    case 'area-switch': {
      const demanded = areaOf(at, 'public') <= demand.thresholdM2 ? demand.below : demand.above
      return demanded.kind === 'no-limit' ? unlimited : personsAllowed(demanded, at)
    }
    case 'area-bands':
      return personsInBands(demand.bands, areaOf(at, demand.basis))
    case 'fraction-of-capacity':
      return wholePersons(demand.fraction * capacityOf(at, demand.base))
    case 'distance': {
      const cellM2 = demand.metres ** 2 * (demand.grid === 'hex' ? 0.866 : 1)
      return wholePersons((demand.usableFraction * areaOf(at, 'public')) / cellM2)
    }
    case 'lesser-of':
      return Math.min(unlimited, ...demand.demands.map(part => personsAllowed(part, at)))
    case 'greater-of':
      return Math.max(0, ...demand.demands.map(part => personsAllowed(part, at)))
  }
}

function personsInBands(bands: readonly AreaBand[], areaM2: number): number {
  const inBand = (band: AreaBand, fromM2: number) => Math.max(0, Math.min(areaM2, band.upToM2 ?? areaM2) - fromM2)
  return bands
    .map((band, i) => wholePersons(inBand(band, bands[i - 1]?.upToM2 ?? 0) / band.m2PerPerson))
    .reduce((sum, persons) => sum + persons, 0)
}

/** Rounds down, but takes 28.999999999999996 (0.29 × 100) for the 29 that it is on paper. */
function wholePersons(persons: number): number {
  return Math.floor(persons + 1e-9)
}

function areaOf(at: ZoneAtTick, basis: AreaBasis): number {
  const areas = { gross: at.zone.grossAreaM2, public: at.zone.publicAreaM2, residual: at.zone.residualAreaM2 }
  return known(areas[basis], at, `${basis}-area`)
}

function capacityOf(at: ZoneAtTick, base: 'fire' | 'design'): number {
  return known(base === 'fire' ? at.zone.fireCapacity : at.zone.designCapacity, at, `${base}-capacity`)
}

function known(amount: number | undefined, at: ZoneAtTick, what: Unknown): number {
  if (!amount) throw new RuleNotEvaluable(at.zone.id, what)
  return amount
}
