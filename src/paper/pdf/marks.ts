import { markNumber } from '../../domain/paper/mark.ts'
import { qrMarks } from '../qr.ts'
import type { Pdf } from './document.ts'
import { setText } from './text.ts'

/** Draws a QR code of so many points a side. The white around it is the caller's. */
export function drawQr(doc: Pdf, content: string, x: number, y: number, side: number): void {
  const { modules, runs } = qrMarks(content)
  const module = side / modules
  for (const run of runs) doc.rect(x + run.x * module, y + run.y * module, run.length * module, module)
  doc.fill('#000')
}

/** Draws an empty box to tick by hand, or a ticked one. */
export function drawBox(doc: Pdf, x: number, y: number, side: number, ticked: boolean): void {
  doc.lineWidth(0.9).rect(x, y, side, side).stroke('#000')
  if (!ticked) return
  doc.lineWidth(1.6)
  doc
    .moveTo(x + side * 0.18, y + side * 0.55)
    .lineTo(x + side * 0.42, y + side * 0.8)
    .lineTo(x + side * 0.85, y + side * 0.18)
  doc.stroke('#000')
}

/** What the edge of a sheet shows: the mark of its day, or the page of the day sheet where it has none. */
export interface Edge {
  readonly page: number
  readonly mark?: string
}

/**
 * Draws the mark on the right edge, at a height of its own: in a pile or on a wall a sheet of another mark does not stand
 * in line.
 */
export function drawEdgeMark(doc: Pdf, { page, mark }: Edge, width: number, height: number): void {
  const steps = Math.floor((height - 80) / edgeMark.height)
  const y = 40 + ((mark === undefined ? page - 1 : markNumber(mark)) % steps) * edgeMark.height
  const x = width - edgeMark.width
  doc.rect(x, y, edgeMark.width, edgeMark.height).fill('#000')
  const words = { x, y: y + 8, width: edgeMark.width }
  const size = mark === undefined ? 9 : 7.5
  setText(doc, mark ?? String(page), words, { size, bold: true, align: 'centre', colour: '#fff' })
}

const edgeMark = { width: 24, height: 28 }
