/** A roll of paper: how many dots of 203 dpi are printed across it, and how many letters of the printer's own. */
export interface Roll {
  readonly widthMm: 80 | 58
  readonly dots: number
  readonly columns: number
}

/** The two rolls that ticket printers take. */
export const rolls: Readonly<Record<80 | 58, Roll>> = {
  80: { widthMm: 80, dots: 576, columns: 48 },
  58: { widthMm: 58, dots: 384, columns: 32 },
}
