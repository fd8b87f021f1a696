import assert from 'node:assert/strict'
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { readEscPos, textOf } from './escpos-reader.ts'

describe('The ticket reader', () => {
  const encoder = () =>
    new ReceiptPrinterEncoder({
      language: 'esc-pos',
      codepageMapping: 'epson',
      columns: 42,
      newline: '\n',
      codepageCandidates: ['cp437', 'cp852', 'cp1125'],
    })

  it('reads Polish and Ukrainian, a big number, a QR code and a cut', () => {
    const ticket = encoder()
      .initialize()
      .codepage('auto')
      .bold(true)
      .width(2)
      .height(3)
      .line('D012')
      .bold(false)
      .width(1)
      .height(1)
    const bytes = ticket
      .line('Zażółć gęślą jaźń')
      .line('Ґанок, їжа')
      .qrcode('https://urzad.example/w/7K2M')
      .cut('partial')
      .encode()
    const printed = readEscPos(Buffer.from(bytes))

    assert.deepEqual(textOf(printed), ['D012', 'Zażółć gęślą jaźń', 'Ґанок, їжа'])
    assert.deepEqual(printed[0], { kind: 'line', text: 'D012', align: 'left', bold: true, width: 2, height: 3 })
    assert.ok(printed.some(piece => piece.kind === 'qr' && piece.content === 'https://urzad.example/w/7K2M'))
    assert.ok(printed.some(piece => piece.kind === 'cut' && piece.partial))
  })

  it('throws on what a printer would turn into rubbish', () => {
    const read = (...bytes: number[]) => readEscPos(Buffer.from(bytes))
    assert.throws(() => read(0x1b, 0x7a), /unknown command ESC z/)
    assert.throws(() => read(0x1b, 0x74), /cut short/)
    assert.throws(() => read(0x1b, 0x74, 12), /code page 12/)
    assert.throws(() => read(0x07), /control character/)
    assert.throws(() => read(0x41), /no line feed after "A"/)
  })
})
