import PDFDocument from 'pdfkit'
import { fonts } from '../pdf/document.ts'

/** A text as closed outlines of points; one unit is one dot, the baseline is y = 0 and y grows downwards. */
export interface Outlines {
  readonly contours: readonly (readonly Point[])[]
  readonly width: number
}

export type Point = readonly [x: number, y: number]

/** The outlines of a text in one type family, so many dots high from line to line less the white between lines. */
export function outlinesOf(text: string, dots: number, bold: boolean): Outlines {
  const font = bold ? outlineFonts().bold : outlineFonts().regular
  const scale = dots / font.unitsPerEm
  const run = font.layout(text)
  const contours: Point[][] = []
  let width = 0
  run.glyphs.forEach((glyph, index) => {
    const position = run.positions[index]
    const at = (x: number, y: number): Point => [width + (x + (position?.xOffset ?? 0)) * scale, -y * scale]
    contours.push(...contoursOf(glyph.path.commands, at))
    width += (position?.xAdvance ?? 0) * scale
  })
  return { contours, width }
}

/** How many dots wide a text is. */
export function widthOf(text: string, dots: number, bold: boolean): number {
  const font = bold ? outlineFonts().bold : outlineFonts().regular
  return (font.layout(text).advanceWidth * dots) / font.unitsPerEm
}

interface OutlineFont {
  readonly unitsPerEm: number
  layout(text: string): {
    readonly advanceWidth: number
    readonly glyphs: readonly { readonly path: { readonly commands: readonly Command[] } }[]
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number }[]
  }
}

interface Command {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
  readonly args: readonly number[]
}

let opened: { readonly regular: OutlineFont; readonly bold: OutlineFont } | undefined

/** pdfkit reads fonts anyhow; its types do not show the reader. */
function outlineFonts(): { readonly regular: OutlineFont; readonly bold: OutlineFont } {
  const open = (file: Buffer) => {
    const doc = new PDFDocument({ autoFirstPage: false }).font(file)
    return (doc as unknown as { _font: { font: OutlineFont } })._font.font
  }
  opened ??= { regular: open(fonts.regular), bold: open(fonts.bold) }
  return opened
}

/** Outlines with their curves cut into short straight pieces. */
function contoursOf(commands: readonly Command[], at: (x: number, y: number) => Point): Point[][] {
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
