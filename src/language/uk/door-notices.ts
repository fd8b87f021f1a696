import type { doorNotices as official } from '../pl/door-notices.ts'

/** Notices that hang on doors: whole sentences, read from two metres away. */
export const doorNotices: Readonly<Record<keyof typeof official, string>> = {
  'notice.legal-basis': 'Правова підстава: {basis}',
  'notice.valid-from': 'Діє з: {date}',
  'notice.ways': 'Записатися можна на сайті {website} або телефоном: {phone}.',
  'notice.phone': 'Довідка: {phone}',
  'notice.limit': 'Ліміт осіб у приміщенні',
  'notice.limit-building': 'Ліміт осіб у будівлі',
  'notice.limit-unit': '{count, plural, one {особа} few {особи} many {осіб} other {особи}}',
  'notice.limit-at-once': 'Стільки осіб може бути тут одночасно, без працівників.',
  'notice.limit-changes': 'Стільки осіб може бути тут одночасно, без працівників, залежно від години.',
  'notice.limit-exempt': 'Поза лімітом: {kinds}.',
  'notice.hours': 'Години прийому',
  'notice.hours-closed': 'зачинено',
  'notice.appointment-only': 'Лише за попереднім записом',
  'notice.appointment-only-text':
    'Приймаємо тих, хто записався на прийом. Приходьте, будь ласка, за кілька хвилин до призначеного часу, не раніше.',
  'notice.closed-today': 'Сьогодні зачинено',
  'notice.closed-today-text': '{date} ця установа не приймає відвідувачів.',
  'notice.opens': 'Відчиняємо: {moment}.',
  'notice.conduct': 'Правила в будівлі',
  'notice.drop-box': 'Скринька для листів',
  'notice.drop-box-envelope':
    'Лист, будь ласка, вкладіть у закритий конверт і напишіть на ньому відправника, адресу, телефон або e-mail, відділ і справу.',
  'notice.drop-box-originals': 'Не вкладайте, будь ласка, оригіналів документів і грошей.',
  'notice.drop-box-received': 'Днем подання вважається день, коли скриньку спорожнили.',
  'notice.drop-box-emptied': 'Скриньку спорожнюємо в такі години: {spans}.',
  'notice.drop-box-until': 'Скринька стоїть до: {date}',
  'notice.deaths': 'Реєстрація смерті: без запису',
  'notice.deaths-text':
    'Смерть реєструють особисто, без попереднього запису. Заходьте, будь ласка, відразу й скажіть про це на вході.',
  'notice.deaths-place': '{address}, {spans}',
  'notice.privacy': 'Персональні дані',
  'notice.privacy-controller': 'Розпорядник даних: {controller}, {address}.',
  'notice.privacy-what':
    'Для візиту ми записуємо справу, час, кількість осіб і те, що треба підготувати. Телефон або e-mail записуємо лише тоді, коли ви їх надали. Номера PESEL і відомостей про здоров’я не записуємо.',
  'notice.privacy-how-long':
    'Контактні дані видаляємо через {days, plural, one {# день} few {# дні} many {# днів} other {# дня}} після візиту.',
  'notice.privacy-rights':
    'Ви маєте право переглянути свої дані, виправити чи видалити їх, обмежити їх обробку, а також поскаржитися Голові Управління захисту персональних даних.',
  'notice.privacy-officer': 'Інспектор із захисту даних: {email}. Повна інформація: {website}.',
  'notice.privacy-basis': 'Ст. 6 п. 1 літ. e та ст. 13 Регламенту (ЄС) 2016/679 (GDPR)',
}
