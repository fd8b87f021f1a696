import { create } from 'qrcode'

/** A QR code as dark runs on a square of modules; its light margin of four modules is left to whoever draws it. */
export interface QrMarks {
  /** Modules on a side. */
  readonly modules: number
  /** Dark runs, row by row: column, row and length in modules. */
  readonly runs: readonly { readonly x: number; readonly y: number; readonly length: number }[]
}

/** The QR code of a text, with so much redundancy that a crumpled ticket is still read. */
export function qrMarks(content: string): QrMarks {
  const { size, data } = create(content, { errorCorrectionLevel: 'M' }).modules
  const rows = Array.from({ length: size }, (_, y) => data.subarray(y * size, (y + 1) * size))
  return { modules: size, runs: rows.flatMap((row, y) => runsOf(row).map(run => ({ ...run, y }))) }
}

/** The same as an SVG path in module units, for a page; it begins at 0, 0. */
export function qrPath(content: string): { readonly modules: number; readonly path: string } {
  const { modules, runs } = qrMarks(content)
  return { modules, path: runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('') }
}

function runsOf(row: Uint8Array): { x: number; length: number }[] {
  const starts = [...row.keys()].filter(x => row[x] && !row[x - 1])
  return starts.map(x => {
    const end = row.indexOf(0, x)
    return { x, length: (end < 0 ? row.length : end) - x }
  })
}
