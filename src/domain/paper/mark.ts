import { referenceSigns } from '../booking/reference.ts'

/** How many signs a mark has: of 923 521 marks two days that differ meet in the same one once in a million. */
export const markSigns = 4

/** Two sums over the text in the manner of Fowler, Noll and Vo, joined and written in the signs of a reference. */
export function markOf(text: string): string {
  let [first, second] = [0x811c9dc5, 0x9e3779b9]
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charCodeAt(place)
    first = Math.imul(first ^ sign, 0x01000193)
    second = Math.imul(second ^ (sign + place), 0x5bd1e995)
  }
  let number = (first >>> 0) * 0x10000 + ((second ^ (second >>> 15)) & 0xffff)
  let mark = ''
  for (let sign = 0; sign < markSigns; sign += 1) {
    mark += referenceSigns.charAt(number % referenceSigns.length)
    number = Math.floor(number / referenceSigns.length)
  }
  return mark
}

/** A number that is the same for the same mark, for a place along the edge of a sheet. */
export function markNumber(mark: string): number {
  return Array.from(mark).reduce((sum, sign) => sum * referenceSigns.length + referenceSigns.indexOf(sign), 0)
}
