import type { Pdf, Tag } from './document.ts'
import { drawBox } from './marks.ts'
import { lineHeight, linesOf, setLines, type Place, type Setting } from './text.ts'

/** What stands in a cell: a text, with a smaller line beneath; or a box to tick. */
export type Cell = TextCell | BoxCell

type TextCell = string | { readonly text: string; readonly small: string }
interface BoxCell {
  readonly ticked: boolean
}

/** White between a cell's text and its edge, in points. */
export const padding = { x: 3, y: 3 }

/** How high a cell must be for its text, in points; a box fits into any. */
export function heightOfCell(doc: Pdf, cell: Cell, width: number, setting: Setting): number {
  if (isBox(cell)) return 0
  const { text, small } = textsOf(cell)
  const inner = width - 2 * padding.x
  const smaller = small ? linesOf(doc, small, inner, smallOf(setting)).length * lineHeight(smallOf(setting)) : 0
  return linesOf(doc, text, inner, setting).length * lineHeight(setting) + smaller + 2 * padding.y
}

/** Draws a cell of so many points' height; a box stands in its middle. */
export function drawCell(doc: Pdf, cell: Cell, edge: Place, height: number, setting: Setting): void {
  if (isBox(cell)) {
    const side = Math.min(height - 8, setting.size * 1.25)
    return drawBox(doc, edge.x + (edge.width - side) / 2, edge.y + (height - side) / 2, side, cell.ticked)
  }
  const { text, small } = textsOf(cell)
  const place = { x: edge.x + padding.x, y: edge.y + padding.y, width: edge.width - 2 * padding.x }
  const used = setLines(doc, linesOf(doc, text, place.width, setting), place, setting)
  if (!small) return
  const smaller = smallOf(setting)
  setLines(doc, linesOf(doc, small, place.width, smaller), { ...place, y: place.y + used }, smaller)
}

/** Whom a header cell heads, and over how many columns a cell reaches. */
export interface CellAttributes {
  readonly Scope?: 'Column' | 'Row'
  readonly ColSpan?: number
}

/** Gives a cell its attributes: pdfkit does so in tables of its own only, and its types know neither. */
export function cellTag(cell: Tag, attributes: CellAttributes): Tag {
  if (Object.keys(attributes).length > 0) (cell as unknown as TagInside).dictionary.data.A = { O: 'Table', ...attributes }
  return cell
}

interface TagInside {
  readonly dictionary: { readonly data: { A?: CellAttributes & { O: 'Table' } } }
}

function isBox(cell: Cell): cell is BoxCell {
  return typeof cell !== 'string' && 'ticked' in cell
}

function textsOf(cell: TextCell): { text: string; small: string } {
  return typeof cell === 'string' ? { text: cell, small: '' } : cell
}

function smallOf(setting: Setting): Setting {
  return { ...setting, size: Math.max(6.5, setting.size * 0.72), bold: false }
}
