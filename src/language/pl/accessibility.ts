/** The declaration required by the act of 4 April 2019 (Dz.U. 2019 poz. 848), with the parts that its technical conditions name. */
export const accessibility = {
  'a11y.title': 'Deklaracja dostępności',
  'a11y.intro':
    '{organisation} zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.',
  'a11y.site': 'Oświadczenie dotyczy strony: {site}',
  'a11y.published': 'Data publikacji strony',
  'a11y.updated': 'Data ostatniej istotnej aktualizacji',
  'a11y.status': 'Stan dostępności',
  'a11y.status-text': 'Strona jest częściowo zgodna z ustawą o dostępności cyfrowej z powodu treści wymienionych poniżej.',
  'a11y.status-kept': 'Wersja ukraińska nie została jeszcze sprawdzona przez osobę, dla której jest to język ojczysty.',
  'a11y.prepared': 'Data sporządzenia deklaracji',
  'a11y.reviewed': 'Data ostatniego przeglądu',
  'a11y.method': 'Deklarację sporządzono na podstawie samooceny przeprowadzonej przez podmiot publiczny.',
  'a11y.sample': 'To dane przykładowe. Przed uruchomieniem urząd musi je sprawdzić i uzupełnić.',
  'a11y.contact': 'Kontakt',
  'a11y.email': 'E-mail',
  'a11y.phone': 'Telefon',
  'a11y.person': 'Osoba do kontaktu',
  'a11y.procedure': 'Zgłaszanie uwag i żądań',
  'a11y.procedure-demand':
    'Każdy może zgłosić uwagi dotyczące dostępności strony. Każdy ma też prawo wystąpić z żądaniem zapewnienia dostępności cyfrowej strony lub jej elementu albo udostępnienia informacji w innej formie, na przykład przez odczytanie przez telefon.',
  'a11y.procedure-content':
    'Żądanie powinno zawierać dane osoby zgłaszającej, wskazanie strony lub elementu, którego dotyczy, oraz sposób kontaktu. Jeśli potrzebna jest inna forma informacji, prosimy ją określić.',
  'a11y.procedure-time':
    'Żądanie realizujemy niezwłocznie, nie później niż w ciągu 7 dni. Jeśli to niemożliwe, powiadomimy o tym i podamy nowy termin, nie dłuższy niż 2 miesiące.',
  'a11y.procedure-complaint':
    'Jeśli odmówimy lub nie dotrzymamy terminu, można złożyć skargę ({organisation}, {address}), a następnie zawiadomić Rzecznika Praw Obywatelskich (www.rpo.gov.pl).',
  'a11y.buildings': 'Dostępność architektoniczna',
  'a11y.buildings-assumed': 'Informacje o budynkach są przykładowe i wymagają potwierdzenia przez urząd.',
  'a11y.building-none': 'brak potwierdzonych udogodnień',
  'a11y.toilet': 'toaleta dostosowana',
  'a11y.dog': 'Do wszystkich budynków można wejść z psem asystującym.',
  'a11y.interpreter':
    'Z tłumaczem języka migowego można umówić się podczas rezerwacji wizyty, co najmniej 3 dni robocze wcześniej.',
  'a11y.apps': 'Aplikacje mobilne',
  'a11y.apps-text': 'Urząd nie udostępnia aplikacji mobilnej do umawiania wizyt. Strona działa na telefonie.',
  'a11y.keys': 'Skróty klawiaturowe',
  'a11y.keys-text':
    'Na stronie można używać standardowych skrótów klawiaturowych przeglądarki. Pierwszy odnośnik na każdej stronie prowadzi do treści.',
} as const
