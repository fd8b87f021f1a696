import type { party as official } from '../pl/party.ts'

/** Who comes, as the pages of a visit say it. */
export const party: Readonly<Record<keyof typeof official, string>> = {
  'party.with': '{persons}, серед них {companions}',
  'party.child':
    '{count, plural, one {# дитина віком до 13 років} few {# дитини віком до 13 років} many {# дітей віком до 13 років} other {# дитини віком до 13 років}}',
  'party.carer':
    '{count, plural, one {# супроводжувач або асистент} few {# супроводжувачі або асистенти} many {# супроводжувачів або асистентів} other {# супроводжувача або асистента}}',
  'party.interpreter': '{count, plural, one {# перекладач} few {# перекладачі} many {# перекладачів} other {# перекладача}}',
  'party.disability':
    '{count, plural, one {# особа з довідкою} few {# особи з довідкою} many {# осіб з довідкою} other {# особи з довідкою}}',
  'party.household':
    '{count, plural, one {# особа зі спільного домогосподарства} few {# особи зі спільного домогосподарства} many {# осіб зі спільного домогосподарства} other {# особи зі спільного домогосподарства}}',
  'party.vaccinated':
    '{count, plural, one {# повністю вакцинована особа} few {# повністю вакциновані особи} many {# повністю вакцинованих осіб} other {# повністю вакцинованої особи}}',
  'party.other-by-law':
    '{count, plural, one {# інша особа, яку не враховують у ліміті} few {# інші особи, яких не враховують у ліміті} many {# інших осіб, яких не враховують у ліміті} other {# іншої особи, яку не враховують у ліміті}}',
}
