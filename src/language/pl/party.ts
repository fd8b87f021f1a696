/** Who comes, as the pages of a visit say it. */
export const party = {
  'party.with': '{persons}, w tym {companions}',
  'party.child':
    '{count, plural, one {# dziecko do ukończenia 13 lat} few {# dzieci do ukończenia 13 lat} many {# dzieci do ukończenia 13 lat} other {# dziecka do ukończenia 13 lat}}',
  'party.carer':
    '{count, plural, one {# opiekun lub asystent} few {# opiekunów lub asystentów} many {# opiekunów lub asystentów} other {# opiekuna lub asystenta}}',
  'party.interpreter': '{count, plural, one {# tłumacz} few {# tłumaczy} many {# tłumaczy} other {# tłumacza}}',
  'party.disability':
    '{count, plural, one {# osoba z orzeczeniem} few {# osoby z orzeczeniem} many {# osób z orzeczeniem} other {# osoby z orzeczeniem}}',
  'party.household':
    '{count, plural, one {# osoba z tego samego gospodarstwa domowego} few {# osoby z tego samego gospodarstwa domowego} many {# osób z tego samego gospodarstwa domowego} other {# osoby z tego samego gospodarstwa domowego}}',
  'party.vaccinated':
    '{count, plural, one {# osoba w pełni zaszczepiona} few {# osoby w pełni zaszczepione} many {# osób w pełni zaszczepionych} other {# osoby w pełni zaszczepionej}}',
  'party.other-by-law':
    '{count, plural, one {# inna osoba, której nie wlicza się do limitu} few {# inne osoby, których nie wlicza się do limitu} many {# innych osób, których nie wlicza się do limitu} other {# innej osoby, której nie wlicza się do limitu}}',
} as const
