import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { bytesOf, openPdf, tag, type Pdf } from '../pdf/document.ts'
import { columnOf, fits, turn, writeLeaf, type Leaf } from '../pdf/leaf.ts'
import { drawTable, type Column, type Row } from '../pdf/table.ts'
import { setText } from '../pdf/text.ts'
import type { ScheduleRow, ScheduleSheet, VisitRow } from '../values.ts'
import { drawHead, sheetPlan, titleOf, type Heading } from './head.ts'
import { drawLimits, spanInWords } from './limits.ts'
import { totalsOf } from './totals.ts'

/** The daily schedule as a PDF: A4 for hands, A3 for the wall. */
export function schedulePdf(sheet: ScheduleSheet): Promise<Buffer> {
  const doc = openPdf({ ...sheet, title: titleOf(sheet, headingOf(sheet)) })
  writeSchedule(doc, sheet)
  return bytesOf(doc)
}

/** Writes the daily schedule into a PDF that holds other sheets too. Answers its number of pages. */
export function writeSchedule(doc: Pdf, sheet: ScheduleSheet): number {
  const heading = headingOf(sheet)
  const plan = { ...sheetPlan(sheet, heading), format: sheet.format ?? ('A4' as const) }
  return writeLeaf(doc, plan, leaf => {
    drawHead(leaf, sheet, heading)
    drawLimits(leaf, sheet.limits)
    drawTable(leaf, columnsOf(leaf), rowsOf(leaf, sheet), { size: 9.5, rowHeight: 20 })
    drawTotals(leaf, totalsOf(sheet.rows, sheet.language))
  })
}

function headingOf(sheet: ScheduleSheet): Heading {
  return { title: wordsFor(sheet.language)('paper.schedule'), ...(sheet.scope !== undefined && { scope: sheet.scope }) }
}

function columnsOf({ say }: Leaf): Column[] {
  return [
    { title: say('paper.col-time'), width: 36, bold: true },
    { title: say('paper.col-reference'), width: 40, bold: true },
    { title: say('paper.col-ticket'), width: 36, bold: true },
    { title: say('paper.col-matter'), share: 3 },
    { title: say('paper.col-minutes'), width: 26, align: 'right' },
    { title: say('paper.col-desk'), width: 34, align: 'centre', bold: true },
    { title: say('paper.col-persons'), width: 42 },
    { title: say('paper.col-needs'), share: 2, size: 8 },
    { title: say('paper.col-came'), width: 31, align: 'centre' },
    { title: say('paper.col-missing'), width: 31, align: 'centre' },
  ]
}

function rowsOf(leaf: Leaf, sheet: ScheduleSheet): Row[] {
  const { say } = leaf
  const none: Row[] = sheet.rows.length === 0 ? [{ cells: ['', say('paper.no-visits')] }] : []
  const walkIns: Row = { cells: [say('paper.walk-ins')], grey: true, bold: true }
  const empty: Row = { cells: ['', '', '', '', '', '', '', '', { ticked: false }, { ticked: false }] }
  const lines = sheet.rows.map(row => rowOf(leaf, row))
  if (sheet.emptyRows === 0) return [...none, ...lines]
  return [...none, ...lines, walkIns, ...Array.from({ length: sheet.emptyRows }, () => empty)]
}

function rowOf(leaf: Leaf, row: ScheduleRow): Row {
  if (row.kind === 'visit') return visitRow(leaf, row)
  const what = row.desk === undefined ? row.what : leaf.say('paper.break-desk', { desk: row.desk, what: row.what })
  return { cells: [`${spanInWords(row, leaf.language)}   ${what}`], grey: true, bold: false }
}

function visitRow({ say, language }: Leaf, visit: VisitRow): Row {
  const remarks = [visit.initials, ...visit.needs].filter(Boolean).join(', ')
  const small = visit.exempt > 0 ? say('paper.exempt-short', { count: visit.exempt }) : ''
  return {
    cells: [
      ...[formatTime(visit.start, language), visit.referenceEnd, visit.ticket ?? '', visit.matter],
      ...[String(visit.minutes), visit.desk],
      small ? { text: String(visit.persons), small } : String(visit.persons),
      remarks,
      { ticked: visit.came === true },
      { ticked: visit.came === false },
    ],
  }
}

function drawTotals(leaf: Leaf, totals: string): void {
  if (!fits(leaf, 24)) turn(leaf)
  const { x, width } = columnOf(leaf)
  tag(leaf.doc, leaf.section, 'P', () => {
    leaf.y += 6
    leaf.y += setText(leaf.doc, totals, { x, y: leaf.y, width }, { size: 10, bold: true })
  })
}
