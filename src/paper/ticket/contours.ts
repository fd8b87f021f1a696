/** Across and down. */
export type Point = readonly [x: number, y: number]

/** How a font says what a letter looks like. */
export interface Command {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
  readonly args: readonly number[]
}

/** Outlines with their curves cut into short straight pieces. */
export function contoursOf(commands: readonly Command[], at: (x: number, y: number) => Point): Point[][] {
  const contours: Point[][] = []
  for (const { command, args } of commands) {
    const points = pairs(args).map(([x, y]) => at(x, y))
    const contour = contours.at(-1)
    if (command === 'moveTo') contours.push(points)
    if (command === 'lineTo') contour?.push(...points)
    if (command === 'quadraticCurveTo' || command === 'bezierCurveTo') contour?.push(...curve(contour.at(-1), points))
  }
  return contours
}

const piecesOfCurve = 8

function curve(start: Point | undefined, rest: readonly Point[]): Point[] {
  if (!start) return []
  return Array.from({ length: piecesOfCurve }, (_, piece) => between([start, ...rest], (piece + 1) / piecesOfCurve))
}

/** De Casteljau: halves the number of points until one is left; serves curves of any degree. */
function between(points: readonly Point[], share: number): Point {
  const [first, ...rest] = points
  if (!first) return [0, 0]
  if (rest.length === 0) return first
  const mixed = rest.map((point, index): Point => {
    const [x, y] = points[index] ?? point
    return [x + (point[0] - x) * share, y + (point[1] - y) * share]
  })
  return between(mixed, share)
}

function pairs(numbers: readonly number[]): Point[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => [numbers[2 * index] ?? 0, numbers[2 * index + 1] ?? 0])
}
