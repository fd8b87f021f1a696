import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { broken } from '../line-breaks.ts'
import { isInCodePage852, withPlainSigns } from './code-page.ts'
import type { LineSize, SlipLine } from './lines.ts'
import { lineCommands, ruleCommand } from './pictures.ts'
import { rolls, type Roll } from './roll.ts'

/** What a ticket printer prints on: its roll, and whether it has the letters of code page 852 or is sent pictures only. */
export interface TicketPaper {
  readonly widthMm: 80 | 58
  readonly letters: 'cp852' | 'pictures'
}

/**
 * The bytes of a slip for a ticket printer (ESC/POS). A slip all of whose signs are in code page 852 is sent as letters,
 * any other (Ukrainian) as pictures, line by line: few printers have a code page for it, and none says which.
 */
export function escPosOf(lines: readonly SlipLine[], paper: TicketPaper): Buffer {
  const roll = rolls[paper.widthMm]
  const inLetters = paper.letters === 'cp852' && lines.every(line => line.kind !== 'text' || isInCodePage852(line.text))
  const encoder = newEncoder(roll)
  for (const line of lines) {
    if (line.kind === 'qr') encoder.qrcode(line.content, { model: 2, size: 6, errorlevel: 'm' })
    if (line.kind === 'space') encoder.newline()
    if (line.kind === 'rule' && inLetters) encoder.line('-'.repeat(roll.columns))
    if (line.kind === 'rule' && !inLetters) encoder.raw(ruleCommand(roll))
    if (line.kind === 'text' && inLetters) addLetters(encoder, line, roll)
    if (line.kind === 'text' && !inLetters) for (const command of lineCommands(line, roll)) encoder.raw(command)
  }
  return Buffer.from(encoder.cut('partial').encode())
}

function newEncoder(roll: Roll): ReceiptPrinterEncoder {
  const encoder = new ReceiptPrinterEncoder({
    ...{ language: 'esc-pos', codepageMapping: 'epson', newline: '\n', columns: roll.columns },
    feedBeforeCut: 4,
  })
  return encoder.initialize().codepage('cp852').align('center')
}

/** How often a letter of the printer is enlarged. */
const enlarged: Readonly<Record<LineSize, { readonly width: number; readonly height: number }>> = {
  number: { width: 6, height: 6 },
  large: { width: 1, height: 2 },
  normal: { width: 1, height: 1 },
}

function addLetters(encoder: ReceiptPrinterEncoder, line: SlipLine & { kind: 'text' }, roll: Roll): void {
  const { width, height } = enlarged[line.size]
  const columns = Math.floor(roll.columns / width)
  encoder.bold(line.bold).width(width).height(height)
  for (const part of broken(withPlainSigns(line.text), columns, text => text.length)) encoder.line(part)
  encoder.bold(false).width(1).height(1)
}
