import type { display as official } from '../pl/display.ts'

/** The display that calls numbers. */
export const display: Readonly<Record<keyof typeof official, string>> = {
  'display.title': 'Виклики',
  'display.number': 'Номер',
  'display.desk': 'Місце',
  'display.direction-up': 'нагору',
  'display.direction-down': 'вниз',
  'display.direction-here': 'на цьому поверсі',
  'display.last': 'Останні виклики',
  'display.nobody': 'Чекайте на виклик',
  'display.come-in': 'Заходьте',
  'display.open': 'Сьогодні працюємо {hours}',
  'display.closed': 'Сьогодні зачинено',
  'display.by-appointment': 'Прийом за попереднім записом',
  'display.notices': 'Оголошення',
  'display.sound': 'Увімкнути звук',
  'display.stale': 'Немає зв’язку з {time}. Слухайте виклики біля місць обслуговування.',
}
