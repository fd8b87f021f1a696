import type { Point } from './contours.ts'

/** Black dots on white: one bit each, rows of whole bytes, the leftmost dot the highest bit. */
export interface Bitmap {
  readonly widthBytes: number
  readonly height: number
  readonly bits: Uint8Array
}

/** How many lines are looked at within a row of dots. */
const linesPerRow = 4
/** A dot is black if so much of it is covered; a little less than half, because heat does not spread far. */
const darkFrom = 0.42

/**
 * Fills outlines: a point is inside if the contours wind around it (as TrueType draws). Row by row, the stretches inside
 * are added up to how much of each dot is covered.
 */
export function fill(contours: readonly (readonly Point[])[], width: number, height: number): Bitmap {
  const bitmap = { widthBytes: Math.ceil(width / 8), height, bits: new Uint8Array(Math.ceil(width / 8) * height) }
  const crossings = crossingsOf(contours, height * linesPerRow)
  for (let row = 0; row < height; row++) {
    const covered = new Float32Array(width)
    for (let line = 0; line < linesPerRow; line++) cover(covered, crossings[row * linesPerRow + line] ?? [])
    covered.forEach((share, x) => {
      const byte = row * bitmap.widthBytes + (x >> 3)
      if (share / linesPerRow >= darkFrom) bitmap.bits[byte] = (bitmap.bits[byte] ?? 0) | (0x80 >> (x & 7))
    })
  }
  return bitmap
}

/** Where an outline crosses a line, and whether it goes down or up there. */
interface Crossing {
  readonly x: number
  readonly winds: 1 | -1
}

/** The crossings on each line, a quarter of a row apart. */
function crossingsOf(contours: readonly (readonly Point[])[], lines: number): Crossing[][] {
  const found = Array.from({ length: lines }, (): Crossing[] => [])
  for (const contour of contours) {
    contour.forEach((from, index) => addCrossings(found, from, contour[(index + 1) % contour.length] ?? from))
  }
  return found
}

function addCrossings(found: Crossing[][], from: Point, to: Point): void {
  const winds = from[1] < to[1] ? 1 : -1
  const [upper, lower] = winds === 1 ? [from, to] : [to, from]
  const first = Math.max(0, Math.ceil(upper[1] * linesPerRow - 0.5))
  for (let line = first; (line + 0.5) / linesPerRow < lower[1]; line++) {
    const share = ((line + 0.5) / linesPerRow - upper[1]) / (lower[1] - upper[1])
    found[line]?.push({ x: upper[0] + share * (lower[0] - upper[0]), winds })
  }
}

function cover(covered: Float32Array, crossings: readonly Crossing[]): void {
  const sorted = crossings.toSorted((one, other) => one.x - other.x)
  let winding = 0
  sorted.forEach(({ x, winds }, index) => {
    winding += winds
    if (winding !== 0) coverStretch(covered, x, sorted[index + 1]?.x ?? x)
  })
}

function coverStretch(covered: Float32Array, from: number, to: number): void {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(covered.length, to); x++) {
    covered[x] = (covered[x] ?? 0) + Math.min(to, x + 1) - Math.max(from, x)
  }
}
