import type { Language } from '../../domain/city.ts'
import { locales, wordsFor, type Words } from '../../language/words.ts'
import { artifact, type Pdf, type Tag } from './document.ts'
import { setText } from './text.ts'

/** How large a sheet is. A3 is the A4 sheet enlarged, for the wall. */
export type Format = 'A4' | 'A4-landscape' | 'A3'

/** One sheet in the making: its pages from the first to the last, and where the next line goes. Points of A4. */
export interface Leaf {
  readonly doc: Pdf
  readonly say: Words
  readonly language: Language
  /** Everything of the sheet hangs on this tag. */
  readonly section: Tag
  readonly width: number
  readonly height: number
  /** Into how many columns the lines go from here on. */
  columns: number
  /** Index in the document of the sheet's first page. */
  readonly firstPage: number
  /** Where the columns of the present page begin. */
  top: number
  column: number
  y: number
}

/** What a sheet is made with. */
export interface LeafPlan {
  readonly language: Language
  readonly title: string
  readonly format?: Format
  /** What stands above every page but the first. Answers the height it takes. */
  readonly runningHead: (leaf: Leaf) => number
  /** What stands on every page, outside the text. */
  readonly everyPage: (leaf: Leaf) => void
  /** The left part of the foot. */
  readonly foot: string
  /** What stands before the page's number in the foot. */
  readonly copy?: string
}

/** White around the text; the right one leaves room for the mark on the edge. */
export const margin = { left: 40, right: 40, top: 34, bottom: 44 }
const gutter = 22
const a4 = { short: 595.28, long: 841.89 }

/** Begins a sheet on a new page, lets it be written, and numbers its pages. Answers how many there are. */
export function writeLeaf(doc: Pdf, plan: LeafPlan, write: (leaf: Leaf) => void): number {
  const leaf = openLeaf(doc, plan)
  write(leaf)
  leaf.section.end()
  return numberPages(leaf)
}

/** Begins a sheet on a new page; for one that is written after others, whoever opened it ends its section. */
export function openLeaf(doc: Pdf, plan: LeafPlan): PlannedLeaf {
  const landscape = plan.format === 'A4-landscape'
  const section = doc.struct('Sect', { title: plan.title, lang: locales[plan.language] })
  doc.addStructure(section)
  const leaf: PlannedLeaf = {
    ...{ doc, plan, section, language: plan.language, say: wordsFor(plan.language) },
    ...{ width: landscape ? a4.long : a4.short, height: landscape ? a4.short : a4.long },
    ...{ firstPage: doc.bufferedPageRange().count, columns: 1, column: 0 },
    ...{ top: margin.top, y: margin.top },
  }
  addPage(leaf)
  return leaf
}

/** Where the present column stands. */
export function columnOf(leaf: Leaf): { readonly x: number; readonly width: number } {
  const width = (leaf.width - margin.left - margin.right - gutter * (leaf.columns - 1)) / leaf.columns
  return { x: margin.left + leaf.column * (width + gutter), width }
}

/** Whether so many points are left in the present column. */
export function fits(leaf: Leaf, height: number): boolean {
  return leaf.y + height <= leaf.height - margin.bottom
}

/** Goes to the next column, or to a new page with its running head. */
export function turn(leaf: Leaf): void {
  if (leaf.column + 1 < leaf.columns) {
    leaf.column += 1
    leaf.y = leaf.top
    return
  }
  addPage(leaf as PlannedLeaf)
  artifact(leaf.doc, () => (leaf.top = margin.top + (leaf as PlannedLeaf).plan.runningHead(leaf)), 'Pagination')
  leaf.column = 0
  leaf.y = leaf.top
}

/** A sheet that knows what stands on each of its pages. */
export interface PlannedLeaf extends Leaf {
  readonly plan: LeafPlan
}

function addPage(leaf: PlannedLeaf): void {
  const { doc, plan } = leaf
  const layout = plan.format === 'A4-landscape' ? 'landscape' : 'portrait'
  doc.addPage({ size: plan.format === 'A3' ? 'A3' : 'A4', layout, margin: 0 })
  if (plan.format === 'A3') doc.scale(Math.SQRT2)
  artifact(doc, () => plan.everyPage(leaf), 'Pagination')
}

function numberPages(leaf: PlannedLeaf): number {
  const { doc, plan } = leaf
  const pages = doc.bufferedPageRange().count - leaf.firstPage
  const place = { x: margin.left, y: leaf.height - margin.bottom + 12, width: leaf.width - margin.left - margin.right }
  for (let page = 1; page <= pages; page++) {
    doc.switchToPage(leaf.firstPage + page - 1)
    const number = [plan.copy, leaf.say('paper.page-of', { page, pages })].filter(Boolean).join(', ')
    artifact(
      doc,
      () => {
        setText(doc, number, place, { size: 8, align: 'right' })
        const width = place.width - doc.widthOfString(number) - gutter
        setText(doc, plan.foot, { ...place, width }, { size: 8 })
      },
      'Pagination',
    )
  }
  return pages
}
