import { qrPath } from '../qr.ts'
import type { SlipLine } from './lines.ts'

/** A line of a slip for a page in the browser: the QR code is drawn by its path in module units. */
export type PageLine =
  | Exclude<SlipLine, { kind: 'qr' }>
  | { readonly kind: 'qr'; readonly content: string; readonly modules: number; readonly path: string }

/** What a slip's page shows, for a printer with a driver: `@page { size: 80mm auto }` and these lines, centred. */
export function slipPage(lines: readonly SlipLine[]): PageLine[] {
  return lines.map(line => (line.kind === 'qr' ? { ...line, ...qrPath(line.content) } : line))
}
