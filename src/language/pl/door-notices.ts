/** Notices that hang on doors: whole sentences, read from two metres away. */
export const doorNotices = {
  'notice.legal-basis': 'Podstawa prawna: {basis}',
  'notice.valid-from': 'Obowiązuje od: {date}',
  'notice.ways': 'Wizytę umawia się na stronie {website} albo telefonicznie: {phone}.',
  'notice.phone': 'Informacja: {phone}',
  'notice.limit': 'Limit osób w pomieszczeniu',
  'notice.limit-building': 'Limit osób w budynku',
  'notice.limit-unit': '{count, plural, one {osoba} few {osoby} many {osób} other {osoby}}',
  'notice.limit-at-once': 'Tyle osób może tu być jednocześnie, pracowników nie licząc.',
  'notice.limit-changes': 'Tyle osób może tu być jednocześnie, pracowników nie licząc, zależnie od godziny.',
  'notice.limit-exempt': 'Poza limitem: {kinds}.',
  'notice.hours': 'Godziny przyjęć',
  'notice.hours-closed': 'nieczynne',
  'notice.appointment-only': 'Tylko po umówieniu wizyty',
  'notice.appointment-only-text':
    'Przyjmujemy osoby, które umówiły wizytę. Prosimy przyjść kilka minut przed godziną wizyty, nie wcześniej.',
  'notice.closed-today': 'Dziś nieczynne',
  'notice.closed-today-text': 'W dniu {date} nie przyjmujemy w tej placówce.',
  'notice.opens': 'Otwieramy: {moment}.',
  'notice.conduct': 'Zasady w budynku',
  'notice.drop-box': 'Skrzynka na pisma',
  'notice.drop-box-envelope':
    'Pismo prosimy włożyć do zamkniętej koperty i napisać na niej nadawcę, adres, telefon lub e-mail, wydział i sprawę.',
  'notice.drop-box-originals': 'Prosimy nie wrzucać oryginałów dokumentów ani pieniędzy.',
  'notice.drop-box-received': 'Za dzień złożenia uważa się dzień opróżnienia skrzynki.',
  'notice.drop-box-emptied': 'Skrzynkę opróżniamy w godzinach: {spans}.',
  'notice.drop-box-until': 'Skrzynka stoi do: {date}',
  'notice.deaths': 'Zgłoszenie zgonu: bez umawiania wizyty',
  'notice.deaths-text':
    'Zgon zgłasza się osobiście, bez umawiania wizyty. Prosimy wejść od razu i powiedzieć o tym przy wejściu.',
  'notice.deaths-place': '{address}, {spans}',
  'notice.privacy': 'Dane osobowe',
  'notice.privacy-controller': 'Administratorem danych jest: {controller}, {address}.',
  'notice.privacy-what':
    'Do wizyty zapisujemy sprawę, czas, liczbę osób i to, co trzeba przygotować. Telefon lub e-mail zapisujemy tylko wtedy, gdy ktoś je poda. Nie zapisujemy numeru PESEL ani stanu zdrowia.',
  'notice.privacy-how-long':
    'Dane kontaktowe usuwamy po {days, plural, one {# dniu} few {# dniach} many {# dniach} other {# dnia}} od wizyty.',
  'notice.privacy-rights':
    'Mają Państwo prawo do wglądu w dane, ich poprawienia, usunięcia i ograniczenia przetwarzania oraz do skargi do Prezesa Urzędu Ochrony Danych Osobowych.',
  'notice.privacy-officer': 'Inspektor ochrony danych: {email}. Pełna informacja: {website}.',
  'notice.privacy-basis': 'Art. 6 ust. 1 lit. e i art. 13 rozporządzenia (UE) 2016/679 (RODO)',
} as const
