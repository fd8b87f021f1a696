import { formatTime } from '../../language/dates.ts'
import type { Leaf } from '../pdf/leaf.ts'
import type { Column, Row } from '../pdf/table.ts'
import type { ScheduleRow, ScheduleSheet, VisitRow } from '../values.ts'
import { spanInWords } from './limit-words.ts'

/** The columns of the daily schedule, as wide as what stands in them. */
export function columnsOf({ say }: Leaf): Column[] {
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

/** The rows of the daily schedule: visits and breaks in order, then empty lines for those who come without an appointment. */
export function rowsOf(leaf: Leaf, sheet: ScheduleSheet): Row[] {
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
