/** The next number of a stream, from 0 up to 1. */
export type Draw = () => number

/**
 * A stream of numbers that depends on its seed and its name alone. Every person and every desk has one of its own, so
 * that whoever wins a race changes nothing of what the others will decide.
 */
export function streamOf(seed: number, ...name: readonly (string | number)[]): Draw {
  let state = hashOf(`${seed} ${name.join(' ')}`)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of several things, each as likely as its weight. */
export function drawn<T>(draw: Draw, things: readonly (readonly [thing: T, weight: number])[]): T {
  let lot = draw() * things.reduce((sum, [, weight]) => sum + weight, 0)
  const found = things.find(([, weight]) => (lot -= weight) < 0) ?? things.at(-1)
  return (found as readonly [T, number])[0]
}

/** A whole number from one to another, both included. */
export function between(draw: Draw, least: number, most: number): number {
  return least + Math.floor(draw() * (most - least + 1))
}

/** About 1, seldom below 0.6 or above 1.5: how much longer than planned something takes. */
export function pace(draw: Draw): number {
  return 0.55 + 0.4 * (draw() + draw()) + (draw() < 0.08 ? 0.6 * draw() : 0)
}

/** Random bytes for references: the same for the same seed, so that a run can be repeated. */
export function bytesFrom(draw: Draw): (count: number) => Uint8Array {
  return count => Uint8Array.from({ length: count }, () => Math.floor(draw() * 256))
}

function hashOf(text: string): number {
  let hash = 2_166_136_261
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619)
  return hash >>> 0
}
