import type { errors as official } from '../pl/errors.ts'

/** What went wrong, and what to do now. */
export const errors: Readonly<Record<keyof typeof official, string>> = {
  'error.summary': 'Форма потребує виправлень',
  'error.persons': 'Кількість осіб: вкажіть число від {least} до {most}.',
  'error.companions': 'Супровідних осіб не може бути більше, ніж усіх осіб разом.',
  'error.time': 'Оберіть, будь ласка, час зі списку.',
  'error.email': 'Адреса електронної пошти: перевірте, чи є в ній знак @ і крапка, наприклад jan.nowak@example.pl.',
  'error.phone': 'Номер телефону: вкажіть 9 цифр або номер іншої країни, що починається з +.',
  'error.not-found-title': 'Такої сторінки немає',
  'error.not-found-text': 'Адреса могла змінитися або містить помилку. Запис можна перевірити за кодом і паролем.',
  'error.conflict-title': 'Зараз цього зробити не можна',
  'error.conflict-text': 'Тим часом щось змінилося. Перевірте запис і спробуйте ще раз.',
  'error.bad-request-title': 'Ми не розуміємо цього запиту',
  'error.bad-request-text': 'Поверніться на попередню сторінку й спробуйте ще раз.',
  'error.forbidden-title': 'Немає доступу',
  'error.forbidden-text': 'Відкрийте сторінку знову й спробуйте ще раз.',
  'error.fields-title': 'Форма потребує виправлень',
  'error.fields-text': 'Поверніться до форми й виправте дані.',
  'error.too-many-title': 'Забагато спроб',
  'error.too-many-text': 'Зачекайте хвилинку й спробуйте ще раз. Записатися можна й телефоном.',
  'error.fault-title': 'Сталася помилка з нашого боку',
  'error.fault-text': 'Перепрошуємо. Без підтвердження нічого не збережено. Спробуйте за хвилину або зателефонуйте.',
  'error.unavailable-title': 'Коротка перерва',
  'error.unavailable-text': 'Програма зайнята або запускається знову. Спробуйте за хвилину.',
  'error.number': 'Номер звернення: {id}',
  'error.home': 'Головна сторінка',
}
