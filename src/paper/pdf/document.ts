import type { Moment } from '../../domain/calendar.ts'
import type { Language } from '../../domain/city.ts'
import { clockTime } from '../../language/dates.ts'
import { locales } from '../../language/words.ts'
import { fonts } from './fonts.ts'
import { newDocument } from './new-document.ts'

/** A PDF in the making, as pdfkit writes it. */
export type Pdf = PDFKit.PDFDocument
/** A tag in the tree that a screen reader follows. */
export type Tag = ReturnType<Pdf['struct']>

/** What a PDF says of itself. */
export interface About {
  readonly title: string
  readonly organisation: string
  readonly language: Language
  readonly printedAt: Moment
}

/** Opens a tagged PDF without a page. The same input gives the same bytes: its only date is `printedAt`. */
export function openPdf(about: About): Pdf {
  const doc = newDocument({
    autoFirstPage: false,
    bufferPages: true, // the number of pages is printed on each of them
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: locales[about.language],
    displayTitle: true,
    info: { Title: about.title, Author: about.organisation, CreationDate: madeAt(about.printedAt) },
  })
  doc.registerFont('regular', fonts.regular)
  doc.registerFont('bold', fonts.bold)
  return doc
}

/** The bytes, once everything is drawn. */
export async function bytesOf(doc: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

/** Draws what a screen reader passes over: lines, boxes, repeated heads. */
export function artifact(doc: Pdf, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}

/** Adds a tag around what is drawn. */
export function tag(doc: Pdf, parent: Tag, type: string, draw: () => void): void {
  parent.add(doc.struct(type, {}, [draw]))
}

/** A PDF's date carries a zone and the office's clock is meant, so its figures are written as they are. */
function madeAt({ date, minute }: Moment): Date {
  return new Date(`${date}T${clockTime(minute)}:00Z`)
}
