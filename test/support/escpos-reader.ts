import iconv from 'iconv-lite'
import { codePages, commands } from './escpos-commands.ts'

/** What a ticket printer would put on paper, piece by piece. */
export type Printed =
  | ({ readonly kind: 'line'; readonly text: string } & Style)
  | { readonly kind: 'qr'; readonly content: string }
  | { readonly kind: 'barcode'; readonly symbology: number; readonly content: string }
  | { readonly kind: 'image'; readonly widthDots: number; readonly heightDots: number; readonly bits: Buffer }
  | { readonly kind: 'cut'; readonly partial: boolean }

/** How a line is set, judged by its first letter that is not blank. */
export interface Style {
  readonly align: 'left' | 'centre' | 'right'
  readonly bold: boolean
  /** 1 to 8 times as wide and as high. */
  readonly width: number
  readonly height: number
}

/** What the printer keeps in mind between two commands. */
export interface Head {
  codePage: number
  style: Style
  /** Stored by one command, printed by another. */
  qr: string | undefined
  readonly printed: Printed[]
}

/** Takes so many bytes off the front. @throws if there are fewer */
export type Take = (count: number) => Buffer

/** How a printer is set when it is switched on. */
export const plain: Style = { align: 'left', bold: false, width: 1, height: 1 }

interface Line {
  readonly text: string
  readonly style?: Style
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const prefixes: Readonly<Record<number, string>> = { 0x1b: 'ESC', 0x1c: 'FS', 0x1d: 'GS' }

/**
 * Reads ESC/POS as a printer does. Stricter than one: a printer prints rubbish where this throws.
 *
 * @throws where a command is unknown or cut short, a code page is not on common printers, or text would stay in the printer
 */
export function readEscPos(bytes: Buffer): Printed[] {
  const head: Head = { codePage: 0, style: plain, qr: undefined, printed: [] }
  let position = 0
  let line: Line = { text: '' }
  const take: Take = count => {
    if (position + count > bytes.length) throw new Error(`cut short at byte ${position}: ${count} expected`)
    return bytes.subarray(position, (position += count))
  }

  while (position < bytes.length) {
    const byte = take(1).readUInt8()
    const prefix = prefixes[byte]
    if (prefix) {
      obey(`${prefix} ${take(1).toString('latin1')}`, take, head)
    } else if (byte === lineFeed) {
      head.printed.push({ kind: 'line', text: line.text, ...(line.style ?? head.style) })
      line = { text: '' }
    } else if (byte !== carriageReturn) {
      line = withLetter(line, letter(byte, head.codePage), head.style)
    }
  }

  if (line.text) throw new Error(`no line feed after "${line.text}": it would stay in the printer`)
  return head.printed
}

/** The lines alone, without the blanks around them; empty ones are left out. */
export function textOf(printed: readonly Printed[]): string[] {
  return printed.flatMap(piece => (piece.kind === 'line' ? [piece.text.trim()] : [])).filter(Boolean)
}

function obey(name: string, take: Take, head: Head): void {
  const command = commands[name]
  if (!command) throw new Error(`unknown command ${name}`)
  command(take, head)
}

function letter(byte: number, codePage: number): string {
  if (byte < 0x20) throw new Error(`control character 0x${byte.toString(16)} in a line`)
  return iconv.decode(Buffer.from([byte]), codePages[codePage] ?? '')
}

function withLetter(line: Line, next: string, style: Style): Line {
  const set = line.style ?? (next === ' ' ? undefined : style)
  return { text: line.text + next, ...(set ? { style: set } : {}) }
}
