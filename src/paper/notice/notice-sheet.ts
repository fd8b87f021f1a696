import { languages, type Language } from '../../domain/city.ts'
import { formatMoment } from '../../language/dates.ts'
import { locales, wordsFor } from '../../language/words.ts'
import { artifact, bytesOf, openPdf, tag, type Pdf, type Tag } from '../pdf/document.ts'
import { margin, writeLeaf, type Leaf } from '../pdf/leaf.ts'
import { drawEdgeMark, drawQr } from '../pdf/marks.ts'
import { setText } from '../pdf/text.ts'
import { copyOf } from '../sheet/sheet-plan.ts'
import type { NoticeSheet } from '../values.ts'
import { drawBlock, heightOfBlock, largest, type Block } from './block.ts'
import { noticeWords } from './notice-words.ts'

/** A door notice as a PDF, A4 or A3: Polish large, the other languages beneath it. */
export function noticePdf(sheet: NoticeSheet): Promise<Buffer> {
  const doc = openPdf({ ...sheet, title: titleOf(sheet), organisation: sheet.organisation.pl, language: 'pl' })
  writeNotice(doc, sheet)
  return bytesOf(doc)
}

/** Writes a door notice into a PDF that holds other sheets too. Answers its number of pages, which is 1. */
export function writeNotice(doc: Pdf, sheet: NoticeSheet): number {
  const say = wordsFor('pl')
  const moment = formatMoment(sheet.printedAt.date, sheet.printedAt.minute, 'pl')
  const plan = {
    ...({ language: 'pl', title: titleOf(sheet), format: sheet.format ?? 'A4', runningHead: () => 0 } as const),
    foot: `${issueOf(sheet)}. ${say('paper.printed-at', { moment })}`,
    ...copyOf({ ...sheet, language: 'pl' }),
    everyPage: (leaf: Leaf) => drawEdgeMark(leaf.doc, sheet, leaf.width, leaf.height),
  }
  return writeLeaf(doc, plan, leaf => drawNotice(leaf, sheet))
}

function issueOf({ page, mark }: NoticeSheet): string {
  const issue = wordsFor('pl')('paper.issue-of', { page })
  return mark === undefined ? issue : `${issue}, ${wordsFor('pl')('pack.mark', { mark })}`
}

function titleOf(sheet: NoticeSheet): string {
  return `${noticeWords(sheet, 'pl').heading}: ${sheet.office.pl}`
}

const qrSide = 48
const footHeight = qrSide + 12

function drawNotice(leaf: Leaf, sheet: NoticeSheet): void {
  const { doc } = leaf
  const width = leaf.width - margin.left - margin.right
  tag(doc, leaf.section, 'P', () => {
    const text = `${sheet.organisation.pl}, ${sheet.office.pl}, ${sheet.address}`
    leaf.y += setText(doc, text, { x: margin.left, y: leaf.y, width }, { size: 11, align: 'centre' }) + 14
  })
  const bottom = leaf.height - margin.bottom - footHeight
  const others = languages.filter(language => language !== 'pl')
  const otherWidth = (width - 24 * (others.length - 1)) / others.length
  const small = largest(
    doc,
    others.map(language => noticeWords(sheet, language)),
    'small',
    otherWidth,
    (bottom - leaf.y) * 0.42,
  )
  const smallHeight = Math.max(...small.map(block => heightOfBlock(doc, block, otherWidth)))
  const [polish] = largest(doc, [noticeWords(sheet, 'pl')], 'large', width, bottom - leaf.y - smallHeight - 34)

  const line = bottom - smallHeight - 14
  if (polish) {
    const spare = line - 20 - leaf.y - heightOfBlock(doc, polish, width)
    drawBlock(doc, languageTag(leaf, 'pl'), polish, { x: margin.left, y: leaf.y + Math.max(0, spare / 2), width })
  }
  artifact(doc, () =>
    doc
      .lineWidth(1.2)
      .moveTo(margin.left, line)
      .lineTo(margin.left + width, line)
      .stroke('#000'),
  )
  small.forEach((block, index) => drawOther(leaf, others[index] ?? 'en', block, index, otherWidth, line + 14))
  const qr = { x: margin.left + width - qrSide, y: leaf.height - margin.bottom - qrSide + 4 }
  tag(doc, leaf.section, 'P', () => {
    const place = { x: margin.left, y: qr.y + qrSide - 12, width: width - qrSide - 8 }
    setText(doc, leaf.say('paper.is-current'), place, { size: 8, align: 'right' })
  })
  leaf.section.add(doc.struct('Figure', { alt: sheet.currentUrl }, [() => drawQr(doc, sheet.currentUrl, qr.x, qr.y, qrSide)]))
}

function drawOther(leaf: Leaf, language: Language, block: Block, index: number, width: number, y: number): void {
  drawBlock(leaf.doc, languageTag(leaf, language), block, { x: margin.left + index * (width + 24), y, width })
}

function languageTag(leaf: Leaf, language: Language): Tag {
  const part = leaf.doc.struct('Div', { lang: locales[language] })
  leaf.section.add(part)
  return part
}
