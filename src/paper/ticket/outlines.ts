import { fonts } from '../pdf/fonts.ts'
import { newDocument } from '../pdf/new-document.ts'
import { contoursOf, type Command, type Point } from './contours.ts'

/** A text as closed outlines of points; one unit is one dot, the baseline is y = 0 and y grows downwards. */
export interface Outlines {
  readonly contours: readonly (readonly Point[])[]
  readonly width: number
}

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

let opened: { readonly regular: OutlineFont; readonly bold: OutlineFont } | undefined

/** pdfkit reads fonts anyhow; its types do not show the reader. */
function outlineFonts(): { readonly regular: OutlineFont; readonly bold: OutlineFont } {
  const open = (file: Buffer) => {
    const doc = newDocument({ autoFirstPage: false }).font(file)
    return (doc as unknown as { _font: { font: OutlineFont } })._font.font
  }
  opened ??= { regular: open(fonts.regular), bold: open(fonts.bold) }
  return opened
}
