import { wordsFor } from '../../language/words.ts'
import { bytesOf, openPdf, tag, type Pdf } from '../pdf/document.ts'
import { columnOf, fits, turn, writeLeaf, type Leaf } from '../pdf/leaf.ts'
import { drawTable } from '../pdf/table.ts'
import { setText } from '../pdf/text.ts'
import type { ScheduleSheet } from '../values.ts'
import { drawHead } from './head.ts'
import { sheetPlan, titleOf, type Heading } from './sheet-plan.ts'
import { drawLimits } from './limits.ts'
import { totalsOf } from './totals.ts'
import { columnsOf, rowsOf } from './schedule-rows.ts'

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

function drawTotals(leaf: Leaf, totals: string): void {
  if (!fits(leaf, 24)) turn(leaf)
  const { x, width } = columnOf(leaf)
  tag(leaf.doc, leaf.section, 'P', () => {
    leaf.y += 6
    leaf.y += setText(leaf.doc, totals, { x, y: leaf.y, width }, { size: 10, bold: true })
  })
}
