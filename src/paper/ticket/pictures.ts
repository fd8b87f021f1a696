import { broken } from '../line-breaks.ts'
import type { LineSize, SlipLine } from './lines.ts'
import type { Point } from './contours.ts'
import { outlinesOf, widthOf } from './outlines.ts'
import { fill, type Bitmap } from './raster.ts'
import type { Roll } from './roll.ts'

/** The printer's commands that print a line of a slip as pictures, one for each line of text. */
export function lineCommands(line: SlipLine & { kind: 'text' }, roll: Roll): Uint8Array[] {
  return picturesOf(line, roll).map(rasterCommand)
}

/** The command that prints a thin line across the roll. */
export function ruleCommand({ dots }: Roll): Uint8Array {
  const height = 14
  const widthBytes = dots / 8
  return rasterCommand({
    widthBytes,
    height,
    bits: new Uint8Array(widthBytes * height).fill(0xff, widthBytes * 6, widthBytes * 8),
  })
}

/** A line of a slip as bitmaps of the roll's width, centred. */
export function picturesOf(line: SlipLine & { kind: 'text' }, roll: Roll): Bitmap[] {
  const dots = dotsOf[line.size]
  const parts = broken(line.text, roll.dots, part => widthOf(part, dots, line.bold))
  return parts.map(part => {
    const { contours, width } = outlinesOf(part, dots, line.bold)
    const height = Math.ceil(dots * (line.size === 'number' ? 0.95 : 1.25))
    const baseline = Math.round(dots * (line.size === 'number' ? 0.83 : 0.95))
    const left = Math.max(0, (roll.dots - width) / 2)
    const moved = contours.map(contour => contour.map(([x, y]): Point => [x + left, y + baseline]))
    return fill(moved, roll.dots, height)
  })
}

/** The height of a type's body in dots of 203 dpi: 8 dots are a millimetre. */
const dotsOf: Readonly<Record<LineSize, number>> = { number: 150, large: 38, normal: 26 }

/** `GS v 0`: width in bytes and height in dots, each in two bytes, low one first, then the dots. */
function rasterCommand({ widthBytes, height, bits }: Bitmap): Uint8Array {
  const head = [0x1d, 0x76, 0x30, 0, widthBytes & 0xff, widthBytes >> 8, height & 0xff, height >> 8]
  return Uint8Array.from([...head, ...bits])
}
