/** Days off work by the act of 18 January 1951 (Dz.U. 2025 poz. 296), by name; the words for them are the city's. */
export const holidayKeys = [
  'new-year',
  'epiphany',
  'easter-sunday',
  'easter-monday',
  'labour-day',
  'constitution-day',
  'pentecost',
  'corpus-christi',
  'assumption',
  'all-saints',
  'independence-day',
  'christmas-eve',
  'christmas-day',
  'second-christmas-day',
] as const
export type HolidayKey = (typeof holidayKeys)[number]
