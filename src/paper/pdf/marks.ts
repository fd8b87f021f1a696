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

/**
 * Draws the number of the issue on the right edge, each issue a step lower than the one before: in a pile or on a wall
 * a sheet of an older issue does not stand in line.
 */
export function drawEdgeMark(doc: Pdf, page: number, width: number, height: number): void {
  const steps = Math.floor((height - 80) / edgeMark.height)
  const y = 40 + ((page - 1) % steps) * edgeMark.height
  const x = width - edgeMark.width
  doc.rect(x, y, edgeMark.width, edgeMark.height).fill('#000')
  setText(doc, String(page), { x, y: y + 8, width: edgeMark.width }, { size: 9, bold: true, align: 'centre', colour: '#fff' })
}

const edgeMark = { width: 22, height: 28 }
