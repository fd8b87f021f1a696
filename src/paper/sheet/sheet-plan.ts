import { formatDate, formatMoment } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { margin, type Leaf, type LeafPlan } from '../pdf/leaf.ts'
import { drawEdgeMark } from '../pdf/marks.ts'
import { setText } from '../pdf/text.ts'
import type { SheetHead } from '../values.ts'

/** What a sheet is called and whose it is. */
export interface Heading {
  readonly title: string
  readonly scope?: string
}

/** A leaf on whose every page the issue is seen at the edge, with a short head from the second page on. */
export function sheetPlan(head: SheetHead, heading: Heading): Omit<LeafPlan, 'format'> {
  const say = wordsFor(head.language)
  const moment = formatMoment(head.printedAt.date, head.printedAt.minute, head.language)
  return {
    language: head.language,
    title: titleOf(head, heading),
    foot: `${head.organisation}, ${head.office}. ${say('paper.printed-at', { moment })}`,
    ...copyOf(head),
    everyPage: leaf => drawEdgeMark(leaf.doc, head, leaf.width, leaf.height),
    runningHead: leaf => drawRunningHead(leaf, head, heading),
  }
}

/** The title of a sheet: `Harmonogram dnia: Wydział Spraw Administracyjnych, poniedziałek, 11 maja 2020 r.` */
export function titleOf(head: SheetHead, { title, scope }: Heading): string {
  return `${title}: ${scope ?? head.office}, ${formatDate(head.date, head.language)}`
}

function drawRunningHead(leaf: Leaf, head: SheetHead, { title, scope }: Heading): number {
  const { doc, say } = leaf
  const width = leaf.width - margin.left - margin.right
  const text = `${title} · ${scope ?? head.office} · ${formatDate(head.date, head.language, 'long')}`
  const place = { x: margin.left, y: margin.top, width: width - 120 }
  const height = setText(doc, text, place, { size: 10, bold: true })
  const number = [head.mark, `${say('paper.issue')} ${head.page}`].filter(Boolean).join(' · ')
  setText(doc, number, { ...place, width }, { size: 12, bold: true, align: 'right' })
  return Math.max(height, 16) + 6
}

/** Which pack of the day a sheet is of, for the end of its foot. */
export function copyOf({ copy, language }: Pick<SheetHead, 'copy' | 'language'>): Pick<LeafPlan, 'copy'> {
  return copy === undefined ? {} : { copy: wordsFor(language)('pack.copy', { copy }) }
}
