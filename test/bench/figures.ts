/** One measured figure beside its floor. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What the bare means alone do in the same run. */
  readonly floor?: number
  /** Value by floor (or floor by value, where less is better). */
  readonly ratio?: number
  /** The ratio to reach. */
  readonly target?: number
  readonly note?: string
}

/** A figure of which more is better, such as requests a second. */
export function rate(name: string, value: number, floor: number, target?: number, note?: string): Figure {
  return {
    name,
    value,
    unit: '/s',
    floor,
    ratio: value / floor,
    ...(target !== undefined && { target }),
    ...(note !== undefined && { note }),
  }
}

/** The report as lines of text. */
export function toLines(figures: readonly Figure[]): string[] {
  const rows = figures.map(figure => [
    figure.name,
    `${shown(figure.value)} ${figure.unit}`,
    figure.floor === undefined ? '' : `floor ${shown(figure.floor)}`,
    figure.ratio === undefined ? '' : `ratio ${figure.ratio.toFixed(2)}`,
    figure.target === undefined
      ? ''
      : (figure.ratio ?? 0) >= figure.target
        ? `reaches ${figure.target}`
        : `below ${figure.target}`,
    figure.note ?? '',
  ])
  const widths = [0, 1, 2, 3, 4].map(column => Math.max(...rows.map(row => (row[column] ?? '').length)))
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** The middle one of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function shown(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
