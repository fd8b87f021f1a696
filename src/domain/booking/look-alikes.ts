/** What somebody typed as plain Latin capitals: accents, spaces and dashes gone, letters that only look the same replaced. */
export function inLatin(typed: string): string {
  return Array.from(plain(typed), sign => lookAlikes[sign] ?? sign).join('')
}

/** Capitals of normal width without accents, spaces, dashes, dots and invisible signs. */
function plain(typed: string): string {
  return typed
    .slice(0, 200)
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[\p{M}\p{Cf}\p{Cc}\p{Z}\p{Pd}\p{Pc}−.·•/\\]/gu, '')
}

/** Cyrillic and Greek capitals that look like a sign of the alphabet. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    Ј: 'J',
    К: 'K',
    М: 'M',
    Р: 'P',
    Ԛ: 'Q',
    Ѕ: 'S',
    Т: 'T',
    У: 'Y',
    Ү: 'Y',
    Х: 'X',
    Ԝ: 'W',
    З: '3',
  },
  ...{ Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Κ: 'K', Μ: 'M', Ν: 'N', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X' },
}
