import type { Letter } from './mailbox.ts'

/** A letter as its reader sees it. */
export interface ReadLetter {
  readonly subject: string
  /** The plain text; empty if there is none. */
  readonly text: string
  /** The calendar file; empty if there is none. */
  readonly calendar: string
  readonly headers: Readonly<Record<string, string>>
}

/** Reads a letter: headers in whatever letters, and the parts this project sends. */
export function readLetter(letter: Letter): ReadLetter {
  const parts = partsOf(letter.source)
  const { headers } = split(letter.source)
  return {
    headers,
    subject: decodeWords(headers['subject'] ?? ''),
    text: parts.find(part => part.type.startsWith('text/plain'))?.text ?? '',
    calendar: parts.find(part => part.type.startsWith('text/calendar'))?.text ?? '',
  }
}

interface Part {
  readonly type: string
  readonly text: string
}

function partsOf(source: string): Part[] {
  const { headers, body } = split(source)
  const type = headers['content-type'] ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (boundary === undefined) return [{ type, text: decodeBody(body, headers['content-transfer-encoding'] ?? '7bit') }]
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap(part => partsOf(part.replace(/^\r?\n/, '')))
}

function split(source: string): { headers: Record<string, string>; body: string } {
  const [head = '', ...rest] = source.split(/\r?\n\r?\n/)
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = lines.map(line => /^([^:]+):\s*(.*)$/.exec(line)).filter(match => match !== null)
  return {
    headers: Object.fromEntries(headers.map(([, name = '', value = '']) => [name.toLowerCase(), value])),
    body: rest.join('\r\n\r\n'),
  }
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  return encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\r?\n/g, '')) : body
}

/** Encoded words of RFC 2047; white space between two of them is no part of the text. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : decodeQuoted(word.replaceAll('_', ' ')),
    )
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
