import type { Language } from '../domain/city.ts'

/** A floor in words. 0 is the ground floor, which Ukrainian calls the first: `parter`, `ground floor`, `перший поверх`. */
export function formatFloor(floor: number, language: Language): string {
  if (language === 'uk') return floor < 0 ? `підвал, рівень ${floor}` : `${floor + 1}-й поверх`
  if (language === 'pl') return floor === 0 ? 'parter' : floor < 0 ? `poziom ${floor}` : `${roman[floor] ?? floor} piętro`
  return floor === 0 ? 'ground floor' : floor < 0 ? `level ${floor}` : `floor ${floor}`
}

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'] as const
