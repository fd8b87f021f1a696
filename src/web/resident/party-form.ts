import type { City, Language } from '../../domain/city.ts'
import type { Party } from '../../domain/booking/booking.ts'
import { companionKinds, type ProtectedGroup } from '../../domain/capacity/occupancy-rule.ts'
import type { Service } from '../../domain/service/service.ts'
import { wordsFor } from '../../language/words.ts'
import { listOf, textOf, type Form } from './requested.ts'

/** Who is to come and what they need: what decides which times are free. */
export interface AskedParty {
  readonly party: Party
  readonly needs: readonly string[]
  readonly groups: readonly ProtectedGroup[]
}

/** A field that cannot be used, and why. */
export interface FieldError {
  readonly field: string
  readonly text: string
}

/** What a form says of the party, as far as it can be read; with errors where it cannot. */
export interface PartyAnswer {
  readonly asked: AskedParty
  readonly errors: readonly FieldError[]
  /** The number of persons as it was typed, where it cannot be. */
  readonly personsTyped?: string
}

/** Reads who is to come from a form or an address. Needs and groups that the city does not know are left out. */
export function readParty(form: Form, city: City, service: Service, language: Language): PartyAnswer {
  const t = wordsFor(language)
  const [least, most] = [service.personsAtLeast, city.policy.largestParty]
  const persons = wholeNumber(textOf(form, 'persons')) ?? (textOf(form, 'persons') === '' ? least : undefined)
  const counts = companionKinds
    .map(kind => [kind, wholeNumber(textOf(form, kind)) ?? 0] as const)
    .filter(([, count]) => count > 0)
  const companions = counts.reduce((sum, [, count]) => sum + count, 0)
  const personsWrong = persons === undefined || persons < least || persons > most
  const asked = {
    party: { persons: personsWrong ? least : persons, companions: Object.fromEntries(counts) },
    needs: city.needs
      .map(({ id }) => id)
      .filter(id => listOf(form, 'need').includes(id))
      .sort(),
    groups: protectedGroups.filter(group => listOf(form, 'group').includes(group)),
  }
  const personsTyped = textOf(form, 'persons')
  if (personsWrong) return { asked, errors: [{ field: 'persons', text: t('error.persons', { least, most }) }], personsTyped }
  if (companions > persons) return { asked, errors: [{ field: 'persons', text: t('error.companions') }] }
  return { asked, errors: [] }
}

/** The fewest that can come, without needs. */
export function plainParty(service: Service): AskedParty {
  return { party: { persons: service.personsAtLeast, companions: {} }, needs: [], groups: [] }
}

const protectedGroups: readonly ProtectedGroup[] = ['disability', 'pregnant', 'senior']

function wholeNumber(text: string): number | undefined {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined
}
