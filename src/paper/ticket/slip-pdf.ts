import type { SlipHead } from './slip.ts'
import { bytesOf, openPdf, tag, type Pdf, type Tag } from '../pdf/document.ts'
import { drawQr } from '../pdf/marks.ts'
import { lineHeight, linesOf, setLines, type Setting } from '../pdf/text.ts'
import type { LineSize, SlipLine } from './lines.ts'

/** A slip as a PDF of the roll's width, as long as its lines. */
export function slipPdf(slip: SlipHead, title: string, lines: readonly SlipLine[], widthMm: 80 | 58 = 80): Promise<Buffer> {
  const doc = openPdf({ ...slip, title })
  const paper = { width: widthMm * pointsPerMm, inner: (widthMm - 2 * marginMm) * pointsPerMm }
  const heights = lines.map(line => heightOf(doc, line, paper.inner))
  doc.addPage({ size: [paper.width, heights.reduce((sum, height) => sum + height, 2 * top)], margin: 0 })
  const section = doc.struct('Sect', { title })
  doc.addStructure(section)
  lines.reduce((y, line, index) => {
    drawLine(doc, section, line, y, paper)
    return y + (heights[index] ?? 0)
  }, top)
  section.end()
  return bytesOf(doc)
}

interface Paper {
  readonly width: number
  readonly inner: number
}

const pointsPerMm = 72 / 25.4
const marginMm = 4
const top = 12
const space = 8
const qrSide = 92

const points: Readonly<Record<LineSize, number>> = { number: 52, large: 13, normal: 9.5 }

function settingOf(line: SlipLine & { kind: 'text' }): Setting {
  return { size: points[line.size], bold: line.bold, align: 'centre' }
}

function heightOf(doc: Pdf, line: SlipLine, width: number): number {
  if (line.kind === 'qr') return qrSide + 2 * space
  if (line.kind !== 'text') return space
  return linesOf(doc, line.text, width, settingOf(line)).length * lineHeight(settingOf(line))
}

function drawLine(doc: Pdf, section: Tag, line: SlipLine, y: number, { width, inner }: Paper): void {
  const x = (width - inner) / 2
  if (line.kind === 'qr') {
    const draw = () => drawQr(doc, line.content, (width - qrSide) / 2, y + space, qrSide)
    section.add(doc.struct('Figure', { alt: line.content }, [draw]))
  }
  if (line.kind === 'rule') {
    doc.markContent('Artifact', { type: 'Layout' })
    doc
      .lineWidth(0.8)
      .moveTo(x, y + space / 2)
      .lineTo(x + inner, y + space / 2)
    doc.stroke('#000').endMarkedContent()
  }
  if (line.kind !== 'text') return
  const set = settingOf(line)
  tag(doc, section, line.size === 'number' ? 'H1' : 'P', () => {
    setLines(doc, linesOf(doc, line.text, inner, set), { x, y, width: inner }, set)
  })
}
