import { randomFillSync } from 'node:crypto'

const drawnAtOnce = 4096

/** Random bytes fit for secrets. They are drawn by the thousand, since a few take as long; none is ever given twice. */
export function randomSource(): (bytes: number) => Uint8Array {
  const drawn = Buffer.allocUnsafeSlow(drawnAtOnce)
  let given = drawnAtOnce
  return bytes => {
    if (bytes > drawnAtOnce) return randomFillSync(Buffer.alloc(bytes))
    if (given + bytes > drawnAtOnce) {
      randomFillSync(drawn)
      given = 0
    }
    const taken = Buffer.from(drawn.subarray(given, given + bytes))
    drawn.fill(0, given, given + bytes)
    given += bytes
    return taken
  }
}
