import { cellTag, drawCell, heightOfCell, type Cell } from './cell.ts'
import { artifact, type Tag } from './document.ts'
import { columnOf, fits, turn, type Leaf } from './leaf.ts'
import type { Setting } from './text.ts'

/** A column: fixed in points, or a share of what is left. */
export interface Column {
  readonly title: string
  readonly width?: number
  readonly share?: number
  readonly align?: 'left' | 'centre' | 'right'
  readonly bold?: boolean
  /** Of the text; the table's where absent. */
  readonly size?: number
}

/** A line of a table. Where it has fewer cells than columns, its last one reaches to the end. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly grey?: boolean
  readonly bold?: boolean
  /** Of a grey line: what it says where the lines below it run into the next column. */
  readonly continued?: string
}

/** How a table is set, in points. */
export interface TableSetting {
  readonly size: number
  /** The least height of a line; hands write between them. */
  readonly rowHeight: number
}

/** Draws a table with real tags; its head is repeated in every column and on every page that it reaches. */
export function drawTable(leaf: Leaf, columns: readonly Column[], rows: readonly Row[], setting: TableSetting): void {
  const table = leaf.doc.struct('Table')
  leaf.section.add(table)
  const grid = { leaf, columns, widths: widthsOf(columns, columnOf(leaf).width), setting }
  const first = rows.slice(0, rows[0]?.grey ? 2 : 1).map(row => heightOf(grid, row))
  if (!fits(leaf, heightOf(grid, headRow(grid)) + sum(first))) turn(leaf)
  drawHead(grid, table)
  rows.forEach((row, index) => {
    const height = heightOf(grid, row)
    const next = row.grey ? rows[index + 1] : undefined // a grey line does not stand alone at the foot
    if (!fits(leaf, height + (next ? heightOf(grid, next) : 0))) {
      turn(leaf)
      drawHead(grid)
      if (!row.grey) drawContinued(grid, rows.slice(0, index).findLast(each => each.grey)?.continued)
    }
    drawRow(grid, row, height, table)
  })
  table.end()
}

interface Grid {
  readonly leaf: Leaf
  readonly columns: readonly Column[]
  readonly widths: readonly number[]
  readonly setting: TableSetting
}

function widthsOf(columns: readonly Column[], whole: number): number[] {
  const left = whole - sum(columns.map(column => column.width ?? 0))
  const shares = sum(columns.map(column => column.share ?? 0))
  return columns.map(column => column.width ?? (left * (column.share ?? 0)) / shares)
}

function headRow({ columns }: Grid): Row {
  return { cells: columns.map(column => column.title) }
}

/** Tagged as headers the first time; where it is repeated, screen readers pass it over. */
function drawHead(grid: Grid, table?: Tag): void {
  const { leaf, columns, setting } = grid
  const height = heightOf(grid, headRow(grid), headSetting(setting))
  const row = table && addedRow(leaf, table)
  columns.forEach((column, index) => {
    const set = { ...headSetting(setting), align: column.align ?? ('left' as const) }
    const draw = () => drawCell(leaf.doc, column.title, edgeOf(grid, headRow(grid), index), height, set)
    if (row) return void row.add(cellTag(leaf.doc.struct('TH', {}, [draw]), { Scope: 'Column' }))
    artifact(leaf.doc, draw, 'Pagination')
  })
  row?.end()
  leaf.y += height
  artifact(leaf.doc, () => drawLine(leaf, 1.2))
}

/** The first cell names its line, but on a grey one. */
function drawRow(grid: Grid, row: Row, height: number, table: Tag): void {
  const { leaf, columns } = grid
  const { x, width } = columnOf(leaf)
  if (row.grey) artifact(leaf.doc, () => leaf.doc.rect(x, leaf.y, width, height).fill('#e4e4e4'))
  const tr = addedRow(leaf, table)
  row.cells.forEach((cell, index) => {
    const draw = () => drawCell(leaf.doc, cell, edgeOf(grid, row, index), height, settingOf(grid, row, index))
    const reach = index === row.cells.length - 1 ? columns.length - index : 1
    const heads = index === 0 && !row.grey && cell !== ''
    const attributes = { ...(heads && { Scope: 'Row' as const }), ...(reach > 1 && { ColSpan: reach }) }
    tr.add(cellTag(leaf.doc.struct(heads ? 'TH' : 'TD', {}, [draw]), attributes))
  })
  tr.end()
  leaf.y += height
  artifact(leaf.doc, () => drawLine(leaf, 0.4))
}

/** Tells by whose heading the lines below stand; said once already, so screen readers pass it over. */
function drawContinued(grid: Grid, text: string | undefined): void {
  if (text === undefined) return
  const { leaf } = grid
  const row: Row = { cells: [text], grey: true, bold: true }
  const [height, { x, width }] = [heightOf(grid, row), columnOf(leaf)]
  artifact(leaf.doc, () => leaf.doc.rect(x, leaf.y, width, height).fill('#e4e4e4'), 'Pagination')
  artifact(leaf.doc, () => drawCell(leaf.doc, text, edgeOf(grid, row, 0), height, settingOf(grid, row, 0)), 'Pagination')
  leaf.y += height
  artifact(leaf.doc, () => drawLine(leaf, 0.4))
}

function addedRow(leaf: Leaf, table: Tag): Tag {
  const row = leaf.doc.struct('TR')
  table.add(row)
  return row
}

function heightOf(grid: Grid, row: Row, setting?: Setting): number {
  const heights = row.cells.map((cell, index) => {
    return heightOfCell(grid.leaf.doc, cell, edgeOf(grid, row, index).width, setting ?? settingOf(grid, row, index))
  })
  return Math.max(setting ? 0 : grid.setting.rowHeight, ...heights)
}

function edgeOf({ leaf, widths }: Grid, row: Row, index: number): { x: number; y: number; width: number } {
  const width = index === row.cells.length - 1 ? sum(widths.slice(index)) : (widths[index] ?? 0)
  return { x: columnOf(leaf).x + sum(widths.slice(0, index)), y: leaf.y, width }
}

function settingOf({ columns, setting }: Grid, row: Row, index: number): Setting {
  const column = columns[index]
  return {
    size: row.grey ? setting.size : (column?.size ?? setting.size),
    bold: row.bold ?? column?.bold ?? false,
    align: (row.grey ? undefined : column?.align) ?? 'left',
  }
}

function headSetting({ size }: TableSetting): Setting {
  return { size: Math.max(7.5, size * 0.78), bold: true }
}

function drawLine(leaf: Leaf, weight: number): void {
  const { x, width } = columnOf(leaf)
  leaf.doc
    .lineWidth(weight)
    .moveTo(x, leaf.y)
    .lineTo(x + width, leaf.y)
  leaf.doc.stroke('#000')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
