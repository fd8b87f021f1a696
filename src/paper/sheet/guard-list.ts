import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { bytesOf, openPdf, tag, type Pdf } from '../pdf/document.ts'
import { margin, writeLeaf, type Leaf } from '../pdf/leaf.ts'
import { drawTable, type Column, type Row } from '../pdf/table.ts'
import { setText } from '../pdf/text.ts'
import type { GuardRow, GuardSheet } from '../values.ts'
import { drawHead } from './head.ts'
import { sheetPlan, titleOf, type Heading } from './sheet-plan.ts'
import { drawRoomLimits } from './limits.ts'
import { spanInWords } from './limit-words.ts'

/** The guard's list as a PDF: A4 landscape, large type, half-hour by half-hour; no names, no matters. */
export function guardListPdf(sheet: GuardSheet): Promise<Buffer> {
  const doc = openPdf({ ...sheet, title: titleOf(sheet, headingOf(sheet)) })
  writeGuardList(doc, sheet)
  return bytesOf(doc)
}

/** Writes the guard's list into a PDF that holds other sheets too. Answers its number of pages. */
export function writeGuardList(doc: Pdf, sheet: GuardSheet): number {
  const heading = headingOf(sheet)
  return writeLeaf(doc, { ...sheetPlan(sheet, heading), format: 'A4-landscape' }, leaf => {
    drawHead(leaf, sheet, heading)
    drawRoomLimits(leaf, sheet.limits)
    for (const sentence of sentencesOf(leaf, sheet)) drawSentence(leaf, sentence)
    leaf.y += 8
    leaf.top = leaf.y
    leaf.columns = 2
    drawTable(leaf, columnsOf(leaf), rowsOf(leaf, sheet.rows), { size: 13, rowHeight: 27 })
  })
}

function headingOf({ language, entrance }: GuardSheet): Heading {
  const say = wordsFor(language)
  return { title: say('paper.guard'), ...(entrance !== undefined && { scope: say('paper.guard-entrance', { entrance }) }) }
}

function sentencesOf({ say }: Leaf, sheet: GuardSheet): string[] {
  const marks = [
    ...(sheet.rows.some(row => row.exempt > 0) ? [say('paper.guard-exempt')] : []),
    ...(sheet.rows.some(row => row.changed) ? [say('paper.guard-changed')] : []),
  ]
  const phone = sheet.emergencyPhone === undefined ? [] : [say('paper.guard-emergency', { phone: sheet.emergencyPhone })]
  return [[...phone, ...sheet.rules].join(' · '), marks.join(' · ')].filter(Boolean)
}

function drawSentence(leaf: Leaf, sentence: string): void {
  const place = { x: margin.left, width: leaf.width - margin.left - margin.right }
  tag(leaf.doc, leaf.section, 'P', () => {
    leaf.y += setText(leaf.doc, sentence, { ...place, y: leaf.y }, { size: 10.5 })
  })
}

function columnsOf({ say }: Leaf): Column[] {
  return [
    { title: say('paper.col-time'), width: 62, bold: true },
    { title: say('paper.col-reference'), width: 58, bold: true },
    { title: say('paper.col-persons'), width: 44, bold: true },
    { title: say('paper.col-room'), share: 1, size: 9 },
    { title: say('paper.col-in'), width: 50, align: 'centre' },
    { title: say('paper.col-out'), width: 56, align: 'centre' },
  ]
}

function rowsOf(leaf: Leaf, rows: readonly GuardRow[]): Row[] {
  if (rows.length === 0) return [{ cells: ['', leaf.say('paper.no-visits')] }]
  const halfHours = [...new Set(rows.map(halfHourOf))]
  return halfHours.flatMap(from => {
    const here = rows.filter(row => halfHourOf(row) === from)
    const persons = leaf.say('count.persons', { count: here.reduce((sum, row) => sum + row.persons, 0) })
    const span = spanInWords({ from, to: from + 30 }, leaf.language)
    const continued = leaf.say('paper.guard-continued', { span })
    const band = { cells: [`${span}   ${persons}`], grey: true, bold: true, continued }
    return [band, ...here.map(row => partyRow(leaf, row))]
  })
}

function halfHourOf({ start }: GuardRow): number {
  return Math.floor(start / 30) * 30
}

function partyRow({ say, language }: Leaf, row: GuardRow): Row {
  const time = `${row.changed ? 'Δ ' : ''}${formatTime(row.start, language)}`
  const entry = say('paper.guard-entry', { time: formatTime(row.entry, language) })
  const persons = `${row.persons}${row.exempt > 0 ? ` *${row.exempt}` : ''}`
  return {
    cells: [
      row.entry === row.start ? time : { text: time, small: entry },
      ...[row.referenceEnd, persons, row.room],
      { ticked: false },
      { ticked: false },
    ],
  }
}
