import assert from 'node:assert/strict'
import { openPrinter, usualPatience } from '../../src/paper/printer/open-printer.ts'
import type { PrinterAddress } from '../../src/paper/printer/printed.ts'
import { escPosOf } from '../../src/paper/ticket/escpos.ts'
import { ticketLines } from '../../src/paper/ticket/lines.ts'
import { readEscPos, textOf } from '../support/escpos-reader.ts'
import { plugInPrinter, type Behaviour, type Printer } from '../support/printer.ts'
import { aTicketSlip } from '../support/sheets.ts'

describe('A ticket printer on the network', () => {
  const ticket = escPosOf(ticketLines(aTicketSlip()), { widthMm: 80, letters: 'cp852' })
  const patience = { connect: 300, answer: 150, print: 600 }
  const plugged: Printer[] = []
  afterEach(() => Promise.all(plugged.splice(0).map(printer => printer.stop())))

  async function printOn(behaviour: Behaviour, answers: PrinterAddress['answers'] = 'everything', bytes: Uint8Array = ticket) {
    const sink = await plugInPrinter(behaviour)
    plugged.push(sink)
    const printer = openPrinter({ host: sink.host, port: sink.port, answers }, patience)
    return { sink, printer, result: await printer.print({ id: 'job-1', bytes }) }
  }

  it('prints a ticket, and says so once the printer has said so', async () => {
    const { sink, result } = await printOn({ condition: 'ready' })
    assert.deepEqual(result, { outcome: 'printed', sent: true, paperLow: false })
    assert.equal(textOf(readEscPos(await sink.job(1)))[3], 'D012')
  })

  it('sends exactly the bytes of the job', async () => {
    const { sink } = await printOn({ condition: 'ready' })
    assert.deepEqual(await sink.job(1), ticket)
  })

  it('tells that the paper is low', async () => {
    const { result } = await printOn({ condition: 'paper-low' })
    assert.deepEqual(result, { outcome: 'printed', sent: true, paperLow: true })
  })

  it('sends nothing to a printer without paper, or with its cover open', async () => {
    for (const [condition, outcome] of [
      ['paper-out', 'no-paper'],
      ['cover-open', 'offline'],
    ] as const) {
      const { sink, result } = await printOn({ condition })
      assert.equal(result.outcome, outcome)
      assert.equal(result.sent, false)
      assert.equal((await sink.job(1)).length, 0)
    }
  })

  it('tells that the paper ran out in the middle, and that the ticket may come out yet', async () => {
    const { result } = await printOn({ condition: 'ready', paperForBytes: 100 })
    assert.deepEqual(result, { outcome: 'no-paper', sent: true, paperLow: true })
  })

  it('is unsure when the connection breaks in the middle', async () => {
    const { result } = await printOn({ condition: 'ready', breaksAfterBytes: 100 })
    assert.deepEqual(result, { outcome: 'unsure', sent: true, paperLow: false })
  })

  it('sends nothing to a printer that does not answer', async () => {
    const { result } = await printOn({ stalls: true })
    assert.deepEqual(result, { outcome: 'stalled', sent: false, paperLow: false })
  })

  it('tells that a printer took the ticket but never finished it', async () => {
    const { result } = await printOn({ condition: 'ready', neverDone: true })
    assert.deepEqual(result, { outcome: 'stalled', sent: true, paperLow: false })
  })

  it('tells that a printer which answers nothing does not take the bytes', async () => {
    const { result } = await printOn({ stalls: true }, 'nothing', Buffer.alloc(20_000_000))
    assert.deepEqual(result, { outcome: 'stalled', sent: true, paperLow: false })
  })

  it('tells a printer that refuses from one that is not there', async () => {
    const { sink } = await printOn({ condition: 'ready' })
    await sink.stop()
    plugged.length = 0
    const refused = await openPrinter({ host: sink.host, port: sink.port }, patience).print({ id: 'job', bytes: ticket })
    assert.deepEqual(refused, { outcome: 'refused', sent: false, paperLow: false })
    const nowhere = await openPrinter({ host: 'printer.invalid', port: 9100 }, patience).print({ id: 'job', bytes: ticket })
    assert.deepEqual(nowhere, { outcome: 'offline', sent: false, paperLow: false })
    assert.equal((await printOn({ condition: 'ready', breaksAfterBytes: 0 })).result.outcome, 'refused')
  })

  it('prints on printers that answer less', async () => {
    assert.equal((await printOn({ condition: 'ready', neverDone: true }, 'status')).result.outcome, 'printed')
    const { sink, result } = await printOn({}, 'nothing')
    assert.equal(result.outcome, 'printed')
    assert.deepEqual(await sink.job(1), ticket)
  })

  it('never prints a job twice, whether asked at once or again', async () => {
    const { sink, printer } = await printOn({ condition: 'ready' })
    const again = await Promise.all([1, 2, 3].map(() => printer.print({ id: 'job-1', bytes: ticket })))
    assert.deepEqual(
      again.map(({ outcome }) => outcome),
      ['printed', 'printed', 'printed'],
    )
    await printer.print({ id: 'job-2', bytes: ticket })
    await sink.job(2)
    assert.equal(sink.jobs.length, 2)
  })

  it('never prints an unsure job again, but tries again one of which nothing was sent', async () => {
    const unsure = await printOn({ condition: 'ready', breaksAfterBytes: 100 })
    assert.equal((await unsure.printer.print({ id: 'job-1', bytes: ticket })).outcome, 'unsure')
    assert.equal(unsure.sink.jobs.length, 1)
    const empty = await printOn({ condition: 'paper-out' })
    await empty.printer.print({ id: 'job-1', bytes: ticket })
    assert.equal((await empty.sink.job(2)).length, 0)
  })

  it('tells how it stands without printing', async () => {
    const { printer, sink } = await printOn({ condition: 'paper-low' })
    assert.deepEqual(await printer.state(), { ready: 'yes', paperLow: true })
    assert.equal((await sink.job(2)).length, 0)
    assert.ok(usualPatience.print > usualPatience.answer)
  })
})
