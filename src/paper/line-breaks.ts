/** Breaks a paragraph into lines of a width, measured as the medium measures: points, dots or letters. */
export function broken(paragraph: string, width: number, widthOf: (part: string) => number): string[] {
  const words = paragraph.split(' ').flatMap(word => (widthOf(word) <= width ? [word] : cut(word, width, widthOf)))
  return words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) return [...lines.slice(0, -1), `${last} ${word}`]
    return [...lines, word]
  }, [])
}

function cut(word: string, width: number, widthOf: (part: string) => number): string[] {
  return Array.from(word).reduce<string[]>((parts, sign) => {
    const last = parts.at(-1)
    if (last !== undefined && widthOf(last + sign) <= width) return [...parts.slice(0, -1), last + sign]
    return [...parts, sign]
  }, [])
}
