import type { party as official } from '../pl/party.ts'

/** Who comes, as the pages of a visit say it. */
export const party: Readonly<Record<keyof typeof official, string>> = {
  'party.with': '{persons}, among them {companions}',
  'party.child': '{count, plural, one {# child under 13} other {# children under 13}}',
  'party.carer': '{count, plural, one {# carer or assistant} other {# carers or assistants}}',
  'party.interpreter': '{count, plural, one {# interpreter} other {# interpreters}}',
  'party.disability': '{count, plural, one {# person with a certificate} other {# people with a certificate}}',
  'party.household': '{count, plural, one {# person of the same household} other {# people of the same household}}',
  'party.vaccinated': '{count, plural, one {# fully vaccinated person} other {# fully vaccinated people}}',
  'party.other-by-law': '{count, plural, one {# other person who is not counted} other {# other people who are not counted}}',
}
