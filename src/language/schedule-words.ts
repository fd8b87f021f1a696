import type { Language } from '../domain/city.ts'
import { wordsFor } from './words.ts'

type Stretch = 'ventilation' | 'zone-closed' | 'office-closed' | 'desk-unstaffed' | 'desk-staffed'

/** What a printed schedule says that is no name of the city's: desks, breaks, channels. */
export function scheduleWords(language: Language) {
  const t = wordsFor(language)
  return {
    desk: (label: string) => t('desk.desk-named', { desk: label }),
    stretch: (kind: Stretch, zone: string) => {
      if (kind === 'desk-unstaffed') return t('desk.not-staffed')
      return kind === 'desk-staffed' ? t('desk.staffed-too') : t(`break.${kind}`, { zone, desk: '' })
    },
    channel: (channel: 'web' | 'phone' | 'walk-in' | 'kiosk') => t(`channel.${channel}`),
  }
}
