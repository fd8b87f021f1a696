import { wordsFor } from '../../language/words.ts'
import { bytesOf, openPdf, type Pdf } from '../pdf/document.ts'
import { openLeaf } from '../pdf/leaf.ts'
import { noticeWords } from '../notice/notice-words.ts'
import { writeNotice } from '../notice/notice-sheet.ts'
import type { DailyPack } from '../values.ts'
import { writeGuardList } from './guard-list.ts'
import { drawHead } from './head.ts'
import { sheetPlan, titleOf } from './sheet-plan.ts'
import { writeSchedule } from './schedule.ts'
import { drawContents, type Content } from './pack-contents.ts'

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
