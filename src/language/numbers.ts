import type { Language } from '../domain/city.ts'

/** An amount of money: `22 zł`, `100,50 zł`, `PLN 22`, `22 злотих` as a sum in figures: `22 зл.` */
export function formatMoney(pln: number, language: Language): string {
  const figures = Number.isInteger(pln) ? String(pln) : pln.toFixed(2)
  const grouped = figures.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')
  if (language === 'en') return `PLN\u00a0${grouped}`
  return `${grouped.replace('.', ',')}\u00a0${language === 'pl' ? 'zł' : 'зл.'}`
}
