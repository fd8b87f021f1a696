import { wordsFor } from '../../language/words.ts'
import { artifact, bytesOf, openPdf, tag } from '../pdf/document.ts'
import { margin, writeLeaf, type Leaf } from '../pdf/leaf.ts'
import { drawTable } from '../pdf/table.ts'
import { setText } from '../pdf/text.ts'
import type { PhoneList } from '../values.ts'
import { drawHead } from './head.ts'
import { sheetPlan, titleOf } from './sheet-plan.ts'
import { columnsOf, rowOf } from './phone-list-rows.ts'

/** The people to reach after a change, as a PDF. The one sheet with contacts: every page says to destroy it after use. */
export function phoneListPdf(list: PhoneList): Promise<Buffer> {
  const say = wordsFor(list.language)
  const heading = { title: say('paper.phone-list'), scope: list.change }
  const doc = openPdf({ ...list, title: titleOf(list, heading) })
  const plan = sheetPlan(list, { ...heading, title: `${say('paper.destroy').toUpperCase()} · ${heading.title}` })
  writeLeaf(doc, { ...plan, foot: `${say('paper.destroy').toUpperCase()}. ${plan.foot}` }, leaf => {
    drawHead(leaf, list, heading)
    drawWarning(leaf)
    if (list.rows.length === 0) return drawSentence(leaf, say('paper.nobody-to-reach'))
    drawTable(leaf, columnsOf(leaf), list.rows.map(rowOf(leaf)), { size: 9.5, rowHeight: 24 })
  })
  return bytesOf(doc)
}

function drawWarning(leaf: Leaf): void {
  const { doc, say } = leaf
  const place = { x: margin.left + 10, width: leaf.width - margin.left - margin.right - 20 }
  const top = leaf.y
  tag(doc, leaf.section, 'P', () => {
    leaf.y += 6
    leaf.y += setText(doc, say('paper.destroy').toUpperCase(), { ...place, y: leaf.y }, { size: 22, bold: true })
    leaf.y += setText(doc, say('paper.destroy-why'), { ...place, y: leaf.y }, { size: 10 })
    leaf.y += 6
  })
  artifact(doc, () =>
    doc
      .lineWidth(3)
      .rect(margin.left, top, place.width + 20, leaf.y - top)
      .stroke('#000'),
  )
  leaf.y += 10
}

function drawSentence(leaf: Leaf, sentence: string): void {
  const place = { x: margin.left, y: leaf.y, width: leaf.width - margin.left - margin.right }
  tag(leaf.doc, leaf.section, 'P', () => {
    leaf.y += setText(leaf.doc, sentence, place, { size: 11, bold: true }) + 8
  })
}
