import { extractText, getDocumentProxy } from 'unpdf'

/** What a PDF says to whoever reads it without eyes. */
export interface ReadPdf {
  readonly pages: number
  readonly lang: string | undefined
  readonly title: string | undefined
  /** The text of each page, in reading order. */
  readonly text: readonly string[]
  /** Tags of a page, from the outside in: `Sect`, `Table`, `TR`, `TH`… */
  readonly tags: readonly Tags[]
  /** Width and height of each page in points. */
  readonly sizes: readonly (readonly [number, number])[]
}

/** How often each tag stands on a page. */
export type Tags = Readonly<Record<string, number>>

/** Reads a PDF as a screen reader does. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const meta = await pdf.getMetadata()
  const info = meta.info as { Language?: string; Title?: string }
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  const pages = await Promise.all(numbers.map(number => pdf.getPage(number)))
  return {
    pages: pdf.numPages,
    lang: info.Language,
    title: info.Title,
    text: (await extractText(pdf)).text,
    tags: await Promise.all(pages.map(async page => countTags((await page.getStructTree()) as Branch | null))),
    sizes: pages.map(page => [Math.round(page.view[2] ?? 0), Math.round(page.view[3] ?? 0)] as const),
  }
}

interface Branch {
  readonly role?: string
  readonly children?: readonly Branch[]
}

function countTags(branch: Branch | null, counts: Record<string, number> = {}): Tags {
  if (branch?.role) counts[branch.role] = (counts[branch.role] ?? 0) + 1
  for (const child of branch?.children ?? []) countTags(child, counts)
  return counts
}
