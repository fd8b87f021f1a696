import { broken } from '../line-breaks.ts'
import type { Pdf } from './document.ts'

/** How a text is set. Sizes are points. */
export interface Setting {
  readonly size: number
  readonly bold?: boolean
  readonly align?: 'left' | 'centre' | 'right'
  readonly colour?: string
}

/** Where a text stands: its upper left corner and how wide it may be, in points. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Sets a text, broken into lines as the width asks. Answers how high it stands, in points. */
export function setText(doc: Pdf, text: string, place: Place, setting: Setting): number {
  const lines = linesOf(doc, text, place.width, setting)
  return setLines(doc, lines, place, setting)
}

/** Sets lines that are broken already. Answers how high they stand, in points. */
export function setLines(doc: Pdf, lines: readonly string[], place: Place, setting: Setting): number {
  const align = setting.align ?? 'left'
  choose(doc, setting)
  doc.fillColor(setting.colour ?? '#000')
  for (const [index, line] of lines.entries()) {
    const spare = align === 'left' ? 0 : place.width - doc.widthOfString(line)
    const x = place.x + (align === 'centre' ? spare / 2 : spare)
    doc.text(line, x, place.y + index * lineHeight(setting), { lineBreak: false })
  }
  return lines.length * lineHeight(setting)
}

/** Breaks a text between words; a word wider than the place is broken inside. */
export function linesOf(doc: Pdf, text: string, width: number, setting: Setting): string[] {
  choose(doc, setting)
  if (!text.includes('\n') && doc.widthOfString(text) <= width) return [text]
  return glued(text)
    .split('\n')
    .flatMap(paragraph => broken(paragraph, width, part => doc.widthOfString(part)))
}

/** From one line to the next, in points. */
export function lineHeight({ size }: Setting): number {
  return size * 1.28
}

/** Polish and Ukrainian leave no one-letter word at the end of a line. */
function glued(text: string): string {
  return text.replace(/(?<=^|\s)(\p{L}) /gu, '$1\u00a0')
}

function choose(doc: Pdf, setting: Setting): void {
  doc.font(setting.bold ? 'bold' : 'regular', setting.size)
}
