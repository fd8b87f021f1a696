import { artifact, tag, type Tag } from './document.ts'
import { columnOf, fits, turn, type Leaf } from './leaf.ts'
import { drawBox } from './marks.ts'
import { lineHeight, linesOf, setLines, type Setting } from './text.ts'

/** A column: fixed in points, or a share of what is left. */
export interface Column {
  readonly title: string
  readonly width?: number
  readonly share?: number
  readonly align?: Setting['align']
  readonly bold?: boolean
  /** Of the text; the table's where absent. */
  readonly size?: number
}

/** What stands in a cell: a text, with a smaller line beneath; or a box to tick. */
export type Cell = string | { readonly text: string; readonly small: string } | { readonly ticked: boolean }

/** A line of a table. Where it has fewer cells than columns, its last one reaches to the end. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly grey?: boolean
  readonly bold?: boolean
}

/** How a table is set, in points. */
export interface TableSetting {
  readonly size: number
  /** The least height of a line; hands write between them. */
  readonly rowHeight: number
  /** Which column names its line for a screen reader. */
  readonly rowHeader?: number
}

const padding = { x: 3, y: 3 }

/** Draws a table with real tags; its head is repeated in every column and on every page that it reaches. */
export function drawTable(leaf: Leaf, columns: readonly Column[], rows: readonly Row[], setting: TableSetting): void {
  const table = leaf.doc.struct('Table')
  leaf.section.add(table)
  const widths = widthsOf(columns, columnOf(leaf).width)
  const first = rows[0] ? heightOf(leaf, columns, widths, rows[0], setting) : 0
  if (!fits(leaf, headHeight(leaf, columns, widths, setting) + first)) turn(leaf)
  drawHead(leaf, columns, widths, setting, table)
  for (const [index, row] of rows.entries()) {
    const height = heightOf(leaf, columns, widths, row, setting)
    const next = row.grey && rows[index + 1] ? setting.rowHeight : 0 // a grey line does not stand alone at the foot
    if (!fits(leaf, height + next)) {
      turn(leaf)
      drawHead(leaf, columns, widths, setting)
    }
    drawRow(leaf, columns, widths, row, { ...setting, rowHeight: height }, table)
  }
  table.end()
}

function widthsOf(columns: readonly Column[], whole: number): number[] {
  const left = whole - columns.reduce((sum, column) => sum + (column.width ?? 0), 0)
  const shares = columns.reduce((sum, column) => sum + (column.share ?? 0), 0)
  return columns.map(column => column.width ?? (left * (column.share ?? 0)) / shares)
}

function headSetting(setting: TableSetting): Setting {
  return { size: Math.max(7.5, setting.size * 0.78), bold: true }
}

function headHeight(leaf: Leaf, columns: readonly Column[], widths: readonly number[], setting: TableSetting): number {
  const lines = columns.map((column, index) => {
    return linesOf(leaf.doc, column.title, (widths[index] ?? 0) - 2 * padding.x, headSetting(setting)).length
  })
  return Math.max(...lines) * lineHeight(headSetting(setting)) + 2 * padding.y
}

/** Tagged as headers the first time, passed over by screen readers where it is repeated. */
function drawHead(leaf: Leaf, columns: readonly Column[], widths: readonly number[], setting: TableSetting, table?: Tag): void {
  const { doc } = leaf
  const height = headHeight(leaf, columns, widths, setting)
  const { x, width } = columnOf(leaf)
  const row = table && doc.struct('TR')
  if (row) table.add(row)
  columns.forEach((column, index) => {
    const left = x + sum(widths.slice(0, index))
    const draw = () => {
      const place = { x: left + padding.x, y: leaf.y + padding.y, width: (widths[index] ?? 0) - 2 * padding.x }
      const set = headSetting(setting)
      setLines(doc, linesOf(doc, column.title, place.width, set), place, { ...set, align: column.align ?? 'left' })
    }
    if (row) return void row.add(cellTag(doc.struct('TH', {}, [draw]), { Scope: 'Column' }))
    artifact(doc, draw, 'Pagination')
  })
  row?.end()
  artifact(doc, () => line(leaf, x, leaf.y + height, width, 1.2))
  leaf.y += height
}

function heightOf(leaf: Leaf, columns: readonly Column[], widths: readonly number[], row: Row, setting: TableSetting): number {
  const heights = row.cells.map((cell, index) => {
    const width = cellWidth(widths, row, index) - 2 * padding.x
    if (typeof cell !== 'string' && 'ticked' in cell) return setting.rowHeight
    const set = cellSetting(columns[index], row, setting)
    const text = typeof cell === 'string' ? cell : cell.text
    const small = typeof cell === 'string' ? [] : linesOf(leaf.doc, cell.small, width, smallOf(set))
    return linesOf(leaf.doc, text, width, set).length * lineHeight(set) + small.length * lineHeight(smallOf(set)) + 2 * padding.y
  })
  return Math.max(setting.rowHeight, ...heights)
}

function drawRow(
  leaf: Leaf,
  columns: readonly Column[],
  widths: readonly number[],
  row: Row,
  setting: TableSetting,
  table: Tag,
): void {
  const { doc } = leaf
  const { x, width } = columnOf(leaf)
  const height = setting.rowHeight
  artifact(doc, () => {
    if (row.grey) doc.rect(x, leaf.y, width, height).fill('#e4e4e4')
    line(leaf, x, leaf.y + height, width, 0.4)
  })
  const tr = doc.struct('TR')
  table.add(tr)
  row.cells.forEach((cell, index) => {
    const left = x + sum(widths.slice(0, index))
    const place = { x: left + padding.x, y: leaf.y + padding.y, width: cellWidth(widths, row, index) - 2 * padding.x }
    const draw = () => drawCell(leaf, cell, place, cellSetting(columns[index], row, setting), height)
    const isHeader = index === setting.rowHeader
    const reach = index === row.cells.length - 1 ? columns.length - index : 1
    tr.add(
      cellTag(doc.struct(isHeader ? 'TH' : 'TD', {}, [draw]), {
        ...(isHeader && { Scope: 'Row' }),
        ...(reach > 1 && { ColSpan: reach }),
      }),
    )
  })
  tr.end()
  leaf.y += height
}

function drawCell(leaf: Leaf, cell: Cell, place: { x: number; y: number; width: number }, set: Setting, height: number): void {
  const { doc } = leaf
  if (typeof cell !== 'string' && 'ticked' in cell) {
    const side = Math.min(height - 8, set.size * 1.25)
    return drawBox(doc, place.x + (place.width - side) / 2, place.y - padding.y + (height - side) / 2, side, cell.ticked)
  }
  const text = typeof cell === 'string' ? cell : cell.text
  const used = setLines(doc, linesOf(doc, text, place.width, set), place, set)
  if (typeof cell === 'string') return
  const small = smallOf(set)
  setLines(doc, linesOf(doc, cell.small, place.width, small), { ...place, y: place.y + used }, small)
}

function cellSetting(column: Column | undefined, row: Row, setting: TableSetting): Setting {
  return {
    size: column?.size ?? setting.size,
    bold: row.bold ?? column?.bold ?? false,
    align: (row.grey ? undefined : column?.align) ?? 'left',
  }
}

function smallOf(set: Setting): Setting {
  return { ...set, size: Math.max(6.5, set.size * 0.72), bold: false }
}

function cellWidth(widths: readonly number[], row: Row, index: number): number {
  return index === row.cells.length - 1 ? sum(widths.slice(index)) : (widths[index] ?? 0)
}

/** pdfkit gives cells these attributes in tables of its own only; its types know neither. */
function cellTag(cell: Tag, attributes: CellAttributes): Tag {
  if (Object.keys(attributes).length > 0) (cell as unknown as TagInside).dictionary.data.A = { O: 'Table', ...attributes }
  return cell
}

interface CellAttributes {
  readonly Scope?: 'Column' | 'Row'
  readonly ColSpan?: number
}

interface TagInside {
  readonly dictionary: { readonly data: { A?: CellAttributes & { O: 'Table' } } }
}

function line(leaf: Leaf, x: number, y: number, width: number, weight: number): void {
  leaf.doc
    .lineWidth(weight)
    .moveTo(x, y)
    .lineTo(x + width, y)
  leaf.doc.stroke('#000')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
