import type { Language } from '../domain/city.ts'
import { wordsFor } from './words.ts'

/** What a printed schedule says that is no name of the city's: desks, breaks, channels. */
export function scheduleWords(language: Language) {
  const t = wordsFor(language)
  return {
    desk: (label: string) => t('desk.desk-named', { desk: label }),
    stretch: (kind: 'ventilation' | 'zone-closed' | 'office-closed' | 'desk-unstaffed' | 'desk-staffed', zone: string) =>
      t(`break.${kind}`, { zone, desk: '' }).trim(),
    channel: (channel: 'web' | 'phone' | 'walk-in' | 'kiosk') => t(`channel.${channel}`),
  }
}
