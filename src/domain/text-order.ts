/** Compares by code unit, so that an order depends on no language: negative, 0 or positive, as `sort` wants it. */
export function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
