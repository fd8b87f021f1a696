/** How a printer stands. */
export type Condition = 'ready' | 'paper-low' | 'paper-out' | 'cover-open'

/** Questions of ESC/POS that nothing is printed for: `DLE EOT n`, `GS r 1`, `GS a 0`. */
const questions = /\x10\x04[\x01-\x04]|\x1dr\x01|\x1da\x00/g

/** Answers every question in some bytes, one byte each, as Epson's reference says. */
export function answerTo(bytes: Buffer, condition: Condition, neverDone: boolean): Buffer {
  const asked = bytes.toString('latin1').match(questions) ?? []
  return Buffer.from(asked.flatMap(question => answer(question, condition, neverDone)))
}

/** The bytes without the questions in them. */
export function printedPart(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(questions, ''), 'latin1')
}

function answer(question: string, condition: Condition, neverDone: boolean): number[] {
  if (question.startsWith('\x1da')) return []
  if (question.startsWith('\x1dr')) return neverDone ? [] : [condition === 'paper-low' ? 0x03 : 0x00]
  return [0x12 | (states[condition][question.charCodeAt(2)] ?? 0)]
}

/** Bits that are set beside the fixed ones, by the number of the question. */
const states: Readonly<Record<Condition, Readonly<Record<number, number>>>> = {
  ready: {},
  'paper-low': { 4: 0x0c },
  'paper-out': { 1: 0x08, 2: 0x20, 4: 0x6c },
  'cover-open': { 1: 0x08, 2: 0x04 },
}
