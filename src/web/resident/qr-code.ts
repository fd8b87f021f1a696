import { toString } from 'qrcode'

/** A text as a QR code in SVG, with the white rim that scanners need. */
export function qrCode(text: string): Promise<string> {
  return toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
}
