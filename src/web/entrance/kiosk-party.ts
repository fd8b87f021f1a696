import { questionsFor } from '../../domain/booking/questions.ts'
import type { Party } from '../../domain/booking/booking.ts'
import { addDays, type OfficeDate } from '../../domain/calendar.ts'
import type { CompanionKind } from '../../domain/capacity/occupancy-rule.ts'
import type { City } from '../../domain/city.ts'
import type { Service } from '../../domain/service/service.ts'
import { kioskDaysAhead } from '../../use-cases/entrance/kiosk-times.ts'
import { sum } from '../api/asked.ts'
import { WrongFields } from '../faults.ts'
import type { Query } from '../paths.ts'
import { plainParty, readParty } from '../resident/party-form.ts'
import type { Form } from '../resident/requested.ts'

/** Companions whom a kiosk asks of: those that some rule in force within its two weeks does not count. */
export function companionsAsked(city: City, today: OfficeDate): readonly CompanionKind[] {
  return questionsFor(city, today, addDays(today, kioskDaysAhead)).companions
}

/** Who comes, as an address says it; the fewest that can come where it says nothing of use. */
export function partyShown(form: Form, city: City, service: Service): Party {
  const { asked, errors } = readParty(form, city, service, 'pl')
  return errors.length > 0 ? plainParty(service).party : asked.party
}

/** Who comes, as a form says it. @throws {WrongFields} if no screen of ours can have made the form */
export function partySent(form: Form, city: City, service: Service): Party {
  const { asked, errors } = readParty(form, city, service, 'pl')
  if (errors.length === 0) return asked.party
  throw new WrongFields({
    persons: `from ${service.personsAtLeast} to ${city.policy.largestParty}, companions among them`,
  })
}

/** A party as the fields that carry it on. */
export function partyQuery({ persons, companions }: Party): Query {
  return { persons, ...companions }
}

/** Other persons than now: the companions stay as long as they are among them. */
export function withPersons(party: Party, persons: number): Party {
  return { persons, companions: sum(party.companions) <= persons ? party.companions : {} }
}

/** One companion of a kind more or less; `undefined` if there cannot be. */
export function withCompanion(party: Party, kind: CompanionKind, change: 1 | -1): Party | undefined {
  const count = (party.companions[kind] ?? 0) + change
  const companions = { ...party.companions, [kind]: count }
  return count < 0 || sum(companions) > party.persons ? undefined : { ...party, companions }
}
