/** A text; or the first line, counted from 1, that is not UTF-8. */
export type Decoded = { readonly text: string } | { readonly wrongLine: number }

/** What bytes say that were saved as UTF-8. The mark that Windows editors put before it is left out. */
export function decoded(bytes: Buffer): Decoded {
  const text = textOf(bytes)
  return text === undefined ? { wrongLine: firstWrongLine(bytes) } : { text }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

// No letter of several bytes has one that is a line feed, so a line can be looked at by itself.
function firstWrongLine(bytes: Buffer): number {
  let [line, start] = [1, 0]
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
    if (textOf(bytes.subarray(start, end)) === undefined) return line
    line += 1
    start = end + 1
  }
  return line
}

const lineFeed = 0x0a
