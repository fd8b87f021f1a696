import type { Language } from '../domain/city.ts'

/**
 * A floor in words. 0 is the ground floor, which Ukrainian calls the first; it also gets the Polish word, which is what
 * stands on the stairs: `parter`, `ground floor`, `1-й поверх (parter)`.
 */
export function formatFloor(floor: number, language: Language): string {
  if (language === 'pl') return polishFloor(floor)
  if (language === 'uk') return floor < 0 ? `рівень ${floor}` : `${floor + 1}-й поверх (${polishFloor(floor)})`
  return englishFloor(floor)
}

function polishFloor(floor: number): string {
  if (floor < 0) return `poziom ${floor}`
  return floor === 0 ? 'parter' : `${roman[floor] ?? floor} piętro`
}

function englishFloor(floor: number): string {
  if (floor < 0) return `level ${floor}`
  if (floor === 0) return 'ground floor'
  const ending = floor % 100 > 10 && floor % 100 < 14 ? 'th' : (endings[floor % 10] ?? 'th')
  return `${floor}${ending} floor`
}

const endings = ['th', 'st', 'nd', 'rd'] as const
const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'] as const
