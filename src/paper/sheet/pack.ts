import { wordsFor } from '../../language/words.ts'
import { artifact, bytesOf, openPdf, tag, type Pdf } from '../pdf/document.ts'
import { margin, openLeaf, type PlannedLeaf } from '../pdf/leaf.ts'
import { drawTable } from '../pdf/table.ts'
import { setText } from '../pdf/text.ts'
import { noticeWords } from '../notice/notice-words.ts'
import { writeNotice } from '../notice/notice-sheet.ts'
import type { DailyPack } from '../values.ts'
import { writeGuardList } from './guard-list.ts'
import { drawHead, sheetPlan, titleOf } from './head.ts'
import { writeSchedule } from './schedule.ts'

/** All sheets of an office's day in one PDF; its cover says what is inside and on which pages. */
export function packPdf(pack: DailyPack): Promise<Buffer> {
  const heading = { title: wordsFor(pack.head.language)('paper.pack') }
  const doc = openPdf({ ...pack.head, title: titleOf(pack.head, heading) })
  // the cover comes first, but is written last: only then are the pages of the sheets known
  const cover = openLeaf(doc, sheetPlan(pack.head, heading))
  const contents = writeSheets(doc, pack)
  doc.switchToPage(0)
  drawHead(cover, pack.head, heading)
  drawContents(cover, contents)
  cover.section.end()
  return bytesOf(doc)
}

interface Content {
  readonly title: string
  readonly from: number
  readonly to: number
}

function writeSheets(doc: Pdf, pack: DailyPack): Content[] {
  const say = wordsFor(pack.head.language)
  const written = (title: string, write: () => number): Content => {
    const from = doc.bufferedPageRange().count + 1
    return { title, from, to: from + write() - 1 }
  }
  return [
    ...pack.guard.map(sheet => {
      return written([say('paper.guard'), sheet.entrance].filter(Boolean).join(': '), () => writeGuardList(doc, sheet))
    }),
    ...pack.schedules.map(sheet => {
      return written(`${say('paper.schedule')}: ${sheet.scope ?? say('paper.whole-office')}`, () => writeSchedule(doc, sheet))
    }),
    ...pack.notices.map(sheet => {
      const room = sheet.notice.kind === 'limit' ? `, ${sheet.notice.room[pack.head.language]}` : ''
      const notice = `${noticeWords(sheet, pack.head.language).heading}${room}`
      return written(say('paper.pack-notice', { notice }), () => writeNotice(doc, sheet))
    }),
  ]
}

function drawContents(leaf: PlannedLeaf, contents: readonly Content[]): void {
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
