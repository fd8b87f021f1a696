/** The notice of Article 13 of the General Data Protection Regulation (EU 2016/679). */
export const privacy = {
  'privacy.title': 'Informacja o przetwarzaniu danych osobowych',
  'privacy.lead':
    'Wizytę można umówić bez podawania danych osobowych. Jeśli podadzą Państwo adres e-mail lub numer telefonu, obowiązują poniższe zasady.',
  'privacy.controller': 'Administrator danych',
  'privacy.controller-text': 'Administratorem danych jest {controller}, {address}, telefon {phone}.',
  'privacy.officer': 'Inspektor ochrony danych',
  'privacy.officer-text': 'Z inspektorem można się skontaktować: {email}, {address}.',
  'privacy.purpose': 'Cel i podstawa prawna',
  'privacy.purpose-text':
    'Dane są przetwarzane, aby umówić wizytę, potwierdzić ją, przypomnieć o niej, powiadomić o jej zmianie, a jeśli Państwo o to poproszą, także o wcześniejszym terminie. Podstawą jest wykonywanie zadania w interesie publicznym (art. 6 ust. 1 lit. e RODO).',
  'privacy.what': 'Jakie dane',
  'privacy.what-text':
    'Sprawa, placówka, termin, liczba osób i potrzeby związane z wizytą, a jeśli Państwo zechcą: adres e-mail lub numer telefonu. Nie zbieramy imienia i nazwiska, numeru PESEL, numerów dokumentów ani przyczyn potrzeb. Adres IP pamiętamy najdłużej przez dobę, tylko po to, aby chronić stronę przed nadużyciami; nie łączymy go z wizytą.',
  'privacy.voluntary': 'Czy trzeba podać dane',
  'privacy.voluntary-text':
    'Podanie danych jest dobrowolne. Bez nich wizytę też można umówić; bez adresu e-mail nie wyślemy potwierdzenia ani przypomnienia, a bez numeru telefonu nie zadzwonimy, gdy zmieni się termin.',
  'privacy.recipients': 'Kto otrzyma dane',
  'privacy.recipients-text':
    'Pracownicy urzędu, którzy obsługują wizyty, oraz firmy, które utrzymują systemy urzędu na podstawie umowy. Danych nie przekazujemy poza Europejski Obszar Gospodarczy i nie podejmujemy na ich podstawie decyzji automatycznie.',
  'privacy.retention': 'Jak długo',
  'privacy.retention-text':
    '{days, plural, one {Dane kontaktowe usuwamy # dzień po wizycie lub jej odwołaniu.} few {Dane kontaktowe usuwamy # dni po wizycie lub jej odwołaniu.} many {Dane kontaktowe usuwamy # dni po wizycie lub jej odwołaniu.} other {Dane kontaktowe usuwamy # dnia po wizycie lub jej odwołaniu.}} Później zostają tylko liczby bez danych osobowych.',
  'privacy.rights': 'Państwa prawa',
  'privacy.rights-text':
    'Mają Państwo prawo dostępu do danych, ich sprostowania, usunięcia, ograniczenia przetwarzania oraz prawo sprzeciwu.',
  'privacy.complaint': 'Skarga',
  'privacy.complaint-text': 'Skargę można wnieść do Prezesa Urzędu Ochrony Danych Osobowych, ul. Stawki 2, 00-193 Warszawa.',
  'privacy.cookies': 'Pliki cookie',
  'privacy.cookies-text':
    'Używamy tylko plików niezbędnych: jeden pamięta termin zachowany dla Państwa na kilka minut, drugi wybrany język. Nie ma plików śledzących ani treści z innych serwerów.',
} as const
