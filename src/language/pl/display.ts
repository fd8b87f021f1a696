/** The display that calls numbers. */
export const display = {
  'display.title': 'Wezwania',
  'display.number': 'Numer',
  'display.desk': 'Stanowisko',
  'display.direction-up': 'w górę',
  'display.direction-down': 'w dół',
  'display.direction-here': 'na tym piętrze',
  'display.last': 'Ostatnie wezwania',
  'display.nobody': 'Prosimy czekać na wezwanie',
  'display.come-in': 'Prosimy wejść',
  'display.open': 'Dziś czynne {hours}',
  'display.closed': 'Dziś nieczynne',
  'display.by-appointment': 'Przyjmujemy umówione wizyty',
  'display.notices': 'Ogłoszenia',
  'display.sound': 'Włącz dźwięk',
  'display.stale': 'Brak połączenia od {time}. Prosimy słuchać wezwań przy stanowiskach.',
} as const
