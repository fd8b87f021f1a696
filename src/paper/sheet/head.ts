import { formatDate } from '../../language/dates.ts'
import { artifact, tag } from '../pdf/document.ts'
import { margin, type Leaf } from '../pdf/leaf.ts'
import { drawQr } from '../pdf/marks.ts'
import { setText } from '../pdf/text.ts'
import type { SheetHead } from '../values.ts'
import type { Heading } from './sheet-plan.ts'

/** Draws the head of a first page: whose day it is, which one, and the issue with the code that tells whether it is current. */
export function drawHead(leaf: Leaf, head: SheetHead, { title, scope }: Heading): void {
  const { doc, say, section } = leaf
  const width = leaf.width - margin.left - margin.right
  const bottom = drawIssue(leaf, head)
  const left = { x: margin.left, width: width - issue.box - issue.qr - 30 }
  const put = (type: string, text: string, size: number, bold = false) =>
    tag(doc, section, type, () => {
      leaf.y += setText(doc, text, { ...left, y: leaf.y }, { size, bold })
    })
  put('P', `${head.organisation}\n${head.office}, ${head.address}`, 9)
  put('H1', title, 20, true)
  put('H2', scope ?? say('paper.whole-office'), 12, true)
  put('P', formatDate(head.date, head.language), 14, true)
  leaf.y = Math.max(leaf.y, bottom) + 8
  leaf.top = leaf.y
}

const issue = { box: 84, qr: 66 }

/** Draws the issue in a frame and the code beside it. Answers where they end. */
function drawIssue(leaf: Leaf, head: SheetHead): number {
  const { doc, say, section } = leaf
  const x = leaf.width - margin.right - issue.box
  artifact(doc, () => doc.lineWidth(2).rect(x, margin.top, issue.box, issue.qr).stroke('#000'))
  tag(doc, section, 'P', () => {
    const centred = { x, width: issue.box }
    setText(doc, say('paper.issue'), { ...centred, y: margin.top + 4 }, { size: 10, align: 'centre' })
    if (head.mark === undefined) {
      const size = head.page < 1000 ? 34 : 26
      setText(doc, String(head.page), { ...centred, y: margin.top + 14 }, { size, bold: true, align: 'centre' })
      return
    }
    setText(doc, String(head.page), { ...centred, y: margin.top + 15 }, { size: 11, bold: true, align: 'centre' })
    setText(doc, head.mark, { ...centred, y: margin.top + 27 }, { size: 23, bold: true, align: 'centre' })
  })
  const qr = { x: x - issue.qr - 14, y: margin.top }
  section.add(doc.struct('Figure', { alt: head.currentUrl }, [() => drawQr(doc, head.currentUrl, qr.x, qr.y, issue.qr)]))
  const bottom = margin.top + issue.qr + 3
  tag(doc, section, 'P', () => {
    const place = { x: qr.x - 60, y: bottom, width: leaf.width - margin.right - qr.x + 60 }
    setText(doc, say('paper.is-current'), place, { size: 7.5, align: 'right' })
  })
  return bottom + 10
}
