import { artifact, tag } from '../pdf/document.ts'
import { margin, type PlannedLeaf } from '../pdf/leaf.ts'
import { drawTable } from '../pdf/table.ts'
import { setText } from '../pdf/text.ts'

/** A sheet of the pack and the pages it stands on, both included, counted from 1. */
export interface Content {
  readonly title: string
  readonly from: number
  readonly to: number
}

/** Draws what is inside a pack and on which pages, what to do with an older one, and the foot of the cover. */
export function drawContents(leaf: PlannedLeaf, contents: readonly Content[]): void {
  const { doc, say } = leaf
  leaf.y += 20
  const columns = [
    { title: say('paper.pack-sheet'), share: 1 },
    { title: say('paper.pack-pages'), width: 80, align: 'right' as const },
  ]
  const rows = contents.map(({ title, from, to }) => ({ cells: [title, from === to ? String(from) : `${from}–${to}`] }))
  const size = contents.length > 30 ? 8 : contents.length > 20 ? 10 : 12
  drawTable(leaf, columns, rows, { size, rowHeight: size * 1.9 })
  const place = { x: margin.left, y: leaf.y + 14, width: leaf.width - margin.left - margin.right }
  tag(doc, leaf.section, 'P', () => void setText(doc, say('paper.pack-replace'), place, { size: 11, bold: true }))
  const foot = { ...place, y: leaf.height - margin.bottom + 12 }
  artifact(
    doc,
    () => {
      setText(doc, leaf.plan.foot, { ...foot, width: foot.width - 150 }, { size: 8 })
      if (leaf.plan.copy !== undefined) setText(doc, leaf.plan.copy, foot, { size: 8, align: 'right' })
    },
    'Pagination',
  )
}
