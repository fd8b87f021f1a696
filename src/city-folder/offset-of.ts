import { isMap, isScalar, isSeq } from 'yaml'
import type { Document, Node, Pair } from 'yaml'

/** Where the deepest part of a path that exists begins. */
export function offsetOf(document: Document, field: readonly PropertyKey[]): number {
  let node = document.contents as Node | null
  let offset = node?.range?.[0] ?? 0
  for (const step of field) {
    const pair: Pair | undefined = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === step)
      : undefined
    const next = pair ? (pair.value as Node | null) : isSeq(node) ? (node.items[Number(step)] as Node | undefined) : undefined
    const place = pair ? (pair.key as Node) : next
    if (!place) return offset
    offset = place.range?.[0] ?? offset
    node = next ?? null
  }
  return offset
}
