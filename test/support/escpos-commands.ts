import { plain, type Head, type Style, type Take } from './escpos-reader.ts'

/** Code pages that Epson's printers and those like them have, by their number in `ESC t`. */
export const codePages: Readonly<Record<number, string>> = {
  0: 'cp437',
  2: 'cp850',
  16: 'win1252',
  17: 'cp866',
  18: 'cp852',
  19: 'cp858',
  44: 'cp1125',
  45: 'win1250',
  46: 'win1251',
}

type Command = (take: Take, head: Head) => void

const aligns: readonly Style['align'][] = ['left', 'centre', 'right']
const feedsBeforeCut = 65
const qrCode = 0x31
const storeQr = 0x50
const printQr = 0x51

/** What the printer does at each command, by its name in Epson's reference. */
export const commands: Readonly<Record<string, Command>> = {
  'ESC @': (_, head) => void Object.assign(head, { codePage: 0, style: plain, qr: undefined }),
  'ESC t': (take, head) => (head.codePage = knownCodePage(number(take))),
  'ESC a': (take, head) => (head.style = { ...head.style, align: alignOf(number(take)) }),
  'ESC E': (take, head) => (head.style = { ...head.style, bold: number(take) === 1 }),
  'GS !': (take, head) => (head.style = { ...head.style, ...sizeOf(number(take)) }),
  'GS V': (take, head) => head.printed.push({ kind: 'cut', partial: cutMode(take) % 2 === 1 }),
  'GS k': printBarcode,
  'GS (': printQrCode,
  'GS v': printImage,
  'GS a': take => void number(take), // reports of its own accord: says nothing on paper
  'FS .': () => undefined, // no Chinese characters
  // fonts, underlines, line heights, feeds, inverse, and how a barcode looks: nothing that the tests ask for
  ...Object.fromEntries(
    ['ESC M', 'ESC -', 'ESC 3', 'ESC d', 'ESC !', 'GS B', 'GS h', 'GS w', 'GS H'].map(name => [name, number]),
  ),
}

function number(take: Take): number {
  return take(1).readUInt8()
}

function knownCodePage(codePage: number): number {
  if (!(codePage in codePages)) throw new Error(`code page ${codePage} is not on every printer`)
  return codePage
}

function alignOf(mode: number): Style['align'] {
  const align = aligns[mode % 48] // 0…2, or the digits '0'…'2'
  if (!align) throw new Error(`no such alignment: ${mode}`)
  return align
}

function sizeOf(size: number): Pick<Style, 'width' | 'height'> {
  return { width: (size >> 4) + 1, height: (size & 0x0f) + 1 }
}

/** Modes 0, 1, 48 and 49 cut here; 65 and 66 feed first, by a number that follows. The answer is odd for a partial cut. */
function cutMode(take: Take): number {
  const mode = number(take)
  if (mode < feedsBeforeCut) return mode
  number(take)
  return mode - feedsBeforeCut
}

/** Function B: symbology, length, content. */
function printBarcode(take: Take, head: Head): void {
  const [symbology = 0, length = 0] = take(2)
  head.printed.push({ kind: 'barcode', symbology, content: take(length).toString('latin1') })
}

function printQrCode(take: Take, head: Head): void {
  const family = take(1).toString('latin1')
  const parameters = take(take(2).readUInt16LE())
  if (family !== 'k' || parameters[0] !== qrCode) throw new Error(`unknown command GS ( ${family}`)
  if (parameters[1] === storeQr) head.qr = parameters.subarray(3).toString('utf8')
  if (parameters[1] !== printQr) return
  if (head.qr === undefined) throw new Error('a QR code is printed before it is stored')
  head.printed.push({ kind: 'qr', content: head.qr })
}

/** `GS v 0`: mode, width in bytes, height in dots, then the dots. */
function printImage(take: Take, head: Head): void {
  take(2)
  const widthBytes = take(2).readUInt16LE()
  const heightDots = take(2).readUInt16LE()
  const bits = take(widthBytes * heightDots)
  head.printed.push({ kind: 'image', widthDots: widthBytes * 8, heightDots, bits })
}
