import assert from 'node:assert/strict'
import { checkIn } from '../../../src/use-cases/desk/check-in.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { aRequest, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { goTo, here } from '../../support/desk.ts'
import { aDeskWeb, toldBy } from '../../support/desk-web.ts'
import { addPrinter } from '../../support/entrance.ts'
import { assertValidHtml } from '../../support/html.ts'
import { readEscPos, textOf } from '../../support/escpos-reader.ts'
import { plugInPrinter, type Printer } from '../../support/printer.ts'

onBothEngines('A ticket at the desk', open => {
  const plugged: Printer[] = []
  afterEach(() => Promise.all(plugged.splice(0).map(printer => printer.stop())))

  async function aWalkIn() {
    const web = await aDeskWeb(await open())
    goTo(web.house, '9:01')
    const given = await web.press('/desk/walk-ins', { service: 'id-card', persons: '1' })
    const address = given.headers['location'] ?? ''
    return { web, address, page: await web.see(address) }
  }

  it('is printed by the browser on the paper of tickets', async () => {
    const { web, page } = await aWalkIn()
    assertValidHtml(page.text)
    assert.doesNotMatch(page.text, /\/slips"/)
    const link = /href="(\/tickets\/[^"]+\/print[^"]*)"/.exec(page.text)?.[1] ?? ''
    const slip = await web.see(link)
    assert.match(slip.text, /<h1>A001<\/h1>/)
    assert.match(slip.text, /class="slip"/)
  })

  it('is printed by the browser in the language of whoever comes, and the clerk keeps theirs', async () => {
    const web = await aDeskWeb(await open())
    const booking = await bookVisit(web.house, aRequest({ start: at('9:00') }), { language: 'uk' })
    goTo(web.house, '8:55')
    await checkIn(web.house, 'CA', booking.number)
    const { text } = await web.see(`/desk/bookings/${booking.reference}?office=CA`)
    const slip = await web.see(/href="(\/tickets\/[^"]+\/print[^"]*)"/.exec(text)?.[1] ?? '')
    assertValidHtml(slip.text)
    assert.match(slip.text, /<html lang="pl">[^]*<article class="slip" lang="uk">[^]*Stanowiska \(uk\)/)
    assert.match(slip.text, /slip\.pdf\?width=80&(amp;|#38;)?in=uk/)
    assert.equal(slip.headers['set-cookie'], undefined)
  })

  it('is printed by the printer of the office, once for each press', async () => {
    const { web, address } = await aWalkIn()
    const printer = await plugInPrinter({ condition: 'ready' })
    plugged.push(printer)
    await addPrinter(web.house, printer)
    const page = await web.see(address)
    assertValidHtml(page.text)
    const [, action = '', once = ''] = /action="([^"]+\/slips)"[^]*?name="once" value="([^"]+)"/.exec(page.text) ?? []
    const presses = await Promise.all([web.press(action, { once }), web.press(action, { once })])
    assert.deepEqual(presses.map(toldBy), ['slip-printed', 'slip-printed'])
    assert.ok(textOf(readEscPos(await printer.job(1))).includes('A001'))
    assert.equal(toldBy(await web.press(action)), 'slip-printed')
    await printer.job(2)
    assert.equal(printer.jobs.length, 2)
    assert.match((await web.see(presses[0].headers['location'] ?? '')).text, /A001: bilet wydrukowano/)
  })

  it('says so where no printer takes it', async () => {
    const { web, address } = await aWalkIn()
    const action = '/desk/visits/1/slips'
    assert.equal(toldBy(await web.press(action)), 'slip-failed')
    const printer = await plugInPrinter({ condition: 'ready' })
    await addPrinter(web.house, printer)
    await printer.stop()
    const failed = await web.press(action)
    assert.equal(toldBy(failed), 'slip-failed')
    assert.match((await web.see(failed.headers['location'] ?? '')).text, /nie przyjęła/)
    assert.equal((await web.see(address)).status, 200)
    assert.equal((await web.press('/desk/visits/99/slips')).status, 404)
  })

  it('is reached from the visit, and not before somebody has come', async () => {
    const web = await aDeskWeb(await open())
    const { booking } = await here(web.house, '9:00', '8:55')
    const opened = await web.see(`/desk?office=CA&scope=&visit=${booking.number}`)
    assertValidHtml(opened.text)
    assert.match(opened.text, new RegExp(`href="/desk/bookings/${booking.reference.slice(0, 4)}-${booking.reference.slice(4)}`))
  })
})
