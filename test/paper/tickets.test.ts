import assert from 'node:assert/strict'
import jsQR from 'jsqr'
import { extractText, getDocumentProxy } from 'unpdf'
import { escPosOf } from '../../src/paper/ticket/escpos.ts'
import { deskSpans } from '../../src/paper/ticket/desk-spans.ts'
import { noteLines, ticketLines, type SlipLine } from '../../src/paper/ticket/lines.ts'
import { slipPage } from '../../src/paper/ticket/slip-page.ts'
import { slipPdf } from '../../src/paper/ticket/slip-pdf.ts'
import { isInCodePage852 } from '../../src/paper/ticket/code-page.ts'
import { readEscPos, textOf, type Printed } from '../support/escpos-reader.ts'
import { aTicketSlip } from '../support/sheets.ts'

type Image = Printed & { kind: 'image' }

describe('A ticket', () => {
  const printed = (lines: readonly SlipLine[], widthMm: 80 | 58 = 80, letters: 'cp852' | 'pictures' = 'cp852') =>
    readEscPos(escPosOf(lines, { widthMm, letters }))
  const ukrainian = ticketLines(aTicketSlip({ language: 'uk', queue: 'Посвідчення особи' }))
  const imagesOf = (pieces: readonly Printed[]) => pieces.filter((piece): piece is Image => piece.kind === 'image')

  it('comes out of the printer in Polish letters, the number six times as large', () => {
    const pieces = printed(ticketLines(aTicketSlip({ comeInFrom: 575 })))
    const lines = textOf(pieces)
    for (const line of ['Urząd Miasta Krakowa', 'rezerwacja na 9.40', 'I piętro', 'stanowiska 72-75', 'Wejście od godz. 9.35.']) {
      assert.ok(lines.includes(line), line)
    }
    const number = pieces.find(piece => piece.kind === 'line' && piece.text.trim() === 'D012')
    assert.ok(number?.kind === 'line' && number.width === 6 && number.height === 6)
    assert.ok(pieces.some(piece => piece.kind === 'qr' && piece.content === aTicketSlip().followUrl))
    assert.ok(pieces.some(piece => piece.kind === 'cut'))
  })

  it('is never wider than its roll', () => {
    for (const [widthMm, columns] of [
      [80, 48],
      [58, 32],
    ] as const) {
      const widths = printed(ticketLines(aTicketSlip()), widthMm).flatMap(piece => {
        return piece.kind === 'line' ? [piece.text.trim().length * piece.width] : []
      })
      assert.ok(Math.max(...widths) <= columns, `${Math.max(...widths)} on ${columns}`)
    }
  })

  it('is sent as pictures in Ukrainian, each as wide as the roll', () => {
    for (const [widthMm, dots] of [
      [80, 576],
      [58, 384],
    ] as const) {
      const pieces = printed(ukrainian, widthMm)
      assert.deepEqual(textOf(pieces), [])
      assert.ok(imagesOf(pieces).length > 8)
      assert.ok(imagesOf(pieces).every(image => image.widthDots === dots))
      assert.ok(pieces.some(piece => piece.kind === 'qr'))
    }
  })

  it('draws letters: the middle of a D is white, its stem is black, its dots stand above the ї', () => {
    const [number] = imagesOf(printed([{ kind: 'text', text: 'D', size: 'number', bold: true }], 80, 'pictures'))
    assert.ok(number)
    const row = [...Array(576).keys()].map(x => isBlack(number, x, 70))
    const runs = row.filter((black, x) => black && !row[x - 1]).length
    assert.equal(runs, 2, 'a line through a D meets its stem and its bow')
    const [letter] = imagesOf(printed([{ kind: 'text', text: 'ї', size: 'number', bold: true }], 80, 'pictures'))
    assert.ok(letter)
    const inked = [...Array(letter.heightDots).keys()].filter(y => [...Array(576).keys()].some(x => isBlack(letter, x, y)))
    const gaps = inked.filter((y, index) => index > 0 && y - (inked[index - 1] ?? y) > 1).length
    assert.equal(gaps, 1, 'white between the dots and the stem')
  })

  it('is sent as pictures in Polish to a printer without code page 852', () => {
    assert.deepEqual(textOf(printed(ticketLines(aTicketSlip()), 80, 'pictures')), [])
  })

  it('has no sign in code page 852 that the printer turns into a question mark', () => {
    const signs = 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ §14 °äöüß „tak” – 9.40–9.50 l’Art…'
    assert.ok(isInCodePage852(signs))
    const lines = textOf(printed([{ kind: 'text', text: signs, size: 'normal', bold: false }], 80))
    assert.deepEqual(lines.join(' '), 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ par.14 °äöüß "tak" - 9.40-9.50 l\'Art...')
    assert.equal(isInCodePage852('Ґанок'), false)
  })

  it('joins desks that follow each other', () => {
    assert.equal(deskSpans(['72', '73', '74', '78', 'A1']), '72–74, 78, A1')
  })

  it('says of somebody without a booking that there is none, and where to wait outdoors', () => {
    const { bookedStart: _, ...walkIn } = aTicketSlip({ waitIn: 'outdoors', desks: [] })
    const lines = textOf(printed(ticketLines(walkIn)))
    assert.ok(lines.includes('bez rezerwacji'))
    assert.ok(lines.includes('Prosimy czekać na zewnątrz.'))
    assert.ok(!lines.some(line => line.includes('stanowisk')))
  })

  it('can be a note with the address of a page', () => {
    const note = {
      ...aTicketSlip(),
      title: 'Brak miejsc na dziś',
      sentences: ['Prosimy przyjść jutro.'],
      url: 'https://w.example',
    }
    const pieces = printed(noteLines(note))
    assert.ok(textOf(pieces).includes('Brak miejsc na dziś'))
    assert.ok(pieces.some(piece => piece.kind === 'qr' && piece.content === 'https://w.example'))
  })

  it('has a QR code on the page that a phone reads', () => {
    const qr = slipPage(ticketLines(aTicketSlip())).find(line => line.kind === 'qr')
    assert.ok(qr?.kind === 'qr')
    assert.equal(jsQR.default(...pixelsOf(qr))?.data, aTicketSlip().followUrl)
  })

  it('is a PDF as wide as the roll', async () => {
    const slip = aTicketSlip({ language: 'uk' })
    const pdf = await getDocumentProxy(new Uint8Array(await slipPdf(slip, 'D012', ticketLines(slip), 58)))
    const page = await pdf.getPage(1)
    assert.equal(Math.round(((page.view[2] ?? 0) / 72) * 25.4), 58)
    assert.match((await extractText(pdf, { mergePages: true })).text, /D012.*Осіб перед вами: 2/s)
  })
})

function isBlack({ widthDots, bits }: Image, x: number, y: number): boolean {
  return ((bits[(y * widthDots) / 8 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) > 0
}

/** The QR code as a camera sees it: four pixels a module, white around it. */
function pixelsOf({ modules, path }: { modules: number; path: string }): [Uint8ClampedArray, number, number] {
  const side = (modules + 8) * 4
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let dy = 0; dy < 4; dy++) {
      const from = ((Number(y) + 4) * 4 + dy) * side + (Number(x) + 4) * 4
      for (let at = from; at < from + Number(length) * 4; at++) pixels.fill(0, at * 4, at * 4 + 3)
    }
  }
  return [pixels, side, side]
}
