import { tag, type Pdf, type Tag } from '../pdf/document.ts'
import { lineHeight, linesOf, setLines, type Place, type Setting } from '../pdf/text.ts'
import type { NoticeWords } from './told.ts'

/** A notice in one language, set in sizes that fit: paragraphs one under the other. */
export type Block = readonly Paragraph[]

interface Paragraph {
  readonly type: 'H1' | 'H2' | 'P'
  readonly text: string
  readonly setting: Setting
  /** White beneath, in points. */
  readonly gap: number
}

/** The notices in the largest sizes in which each fits into the width and height, in points. */
export function largest(
  doc: Pdf,
  words: readonly NoticeWords[],
  style: 'large' | 'small',
  width: number,
  height: number,
): Block[] {
  const scales = Array.from({ length: 26 }, (_, step) => 1 - step * 0.03)
  const blocksAt = (scale: number) => words.map(each => blockOf(each, style, scale))
  const fitting = scales.find(scale => blocksAt(scale).every(block => heightOfBlock(doc, block, width) <= height))
  return blocksAt(fitting ?? 0.25)
}

/** How high a block stands, in points. */
export function heightOfBlock(doc: Pdf, block: Block, width: number): number {
  return block.reduce((sum, { text, setting, gap }) => {
    return sum + linesOf(doc, text, width, setting).length * lineHeight(setting) + gap
  }, 0)
}

/** Draws a block, each paragraph with its tag. */
export function drawBlock(doc: Pdf, parent: Tag, block: Block, place: Place): void {
  block.reduce((y, { type, text, setting, gap }) => {
    const lines = linesOf(doc, text, place.width, setting)
    tag(doc, parent, type, () => void setLines(doc, lines, { ...place, y }, setting))
    return y + lines.length * lineHeight(setting) + gap
  }, place.y)
}

const sizes = {
  large: { heading: 44, number: 190, unit: 40, line: 26, sentence: 20, small: 13, align: 'centre' },
  small: { heading: 19, number: 46, unit: 16, line: 13, sentence: 11.5, small: 8.5, align: 'left' },
} as const

function blockOf(words: NoticeWords, style: 'large' | 'small', scale: number): Block {
  const size = sizes[style]
  const paragraph = (type: Paragraph['type'], text: string, points: number, bold: boolean, space: number): Paragraph => ({
    ...{ type, text, gap: points * scale * space },
    setting: { size: points * scale, bold, align: size.align },
  })
  const { figure } = words
  return [
    paragraph(style === 'large' ? 'H1' : 'H2', words.heading, size.heading, true, 0.35),
    ...(figure && style === 'large'
      ? [paragraph('P', figure.number, size.number, true, -0.12), paragraph('P', figure.unit, size.unit, true, 0.5)]
      : []),
    ...(figure && style === 'small' ? [paragraph('P', `${figure.number} ${figure.unit}`, size.number * 0.5, true, 0.3)] : []),
    ...words.lines.map(text => paragraph('P', text, size.line, true, 0.35)),
    ...words.sentences.map(text => paragraph('P', text, size.sentence, false, 0.45)),
    ...words.small.map(text => paragraph('P', text, size.small, false, 0.3)),
  ]
}
