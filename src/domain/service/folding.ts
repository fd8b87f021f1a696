const cyrillic: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i' },
  ...{ к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch' },
  ...{ ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia', ё: 'io', ъ: '', ы: 'y', э: 'e' },
}

/** Spellings of one sound in Polish, in English transliteration and in hasty typing, in the order they are made alike. */
const likeSounds: readonly (readonly [RegExp, string])[] = [
  [/shch|szcz/g, 'sc'],
  [/sh|sz/g, 's'],
  [/zh|rz/g, 'z'],
  [/kh|ch|cz|ts/g, 'c'],
  [/w/g, 'v'],
  [/[jy]/g, 'i'],
  [/ks|x/g, 'ks'],
  [/(.)\1+/g, '$1'],
]

/**
 * The words of a text in one plain spelling: small Latin letters without diacritics, Cyrillic transliterated, letters
 * that sound alike made alike. So *dowód*, *dowod* and *довод* become one word. Never shown to anybody.
 */
export function foldedWords(text: string): string[] {
  const letters = text
    .toLowerCase()
    .replace(/[а-яґєіїё]/g, letter => cyrillic[letter] ?? '')
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ`]/gu, '')
    .replaceAll('ł', 'l')
  return letters
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map(soundedAlike)
}

function soundedAlike(word: string): string {
  return likeSounds.reduce((spelled, [sound, letter]) => spelled.replace(sound, letter), word)
}
