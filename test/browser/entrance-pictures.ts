import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { readCityFolder } from '../../src/city-folder/read-city-folder.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { callNext } from '../../src/use-cases/desk/call-next.ts'
import { checkIn } from '../../src/use-cases/desk/check-in.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import { offersOf } from '../../src/use-cases/resident/offers-of.ts'
import { ticketToken } from '../../src/web/tickets/token.ts'
import { addPrinter, enrolled } from '../support/entrance.ts'
import type { TestHouse } from '../support/house.ts'
import { migratedFile } from '../support/migrated.ts'
import { plugInPrinter } from '../support/printer.ts'
import { aWeb, testSecret } from '../support/web.ts'

/** Wednesday, 8 July 2020: booked visits and tickets side by side. */
const day = { officeId: 'CA', date: '2020-07-08' }
const asked = { party: { persons: 1, companions: {} }, needs: [], groups: [], channel: 'phone' } as const
const services = ['sa-id-apply', 'sa-reg', 'km-new', 'km-used', 'sa-cert']

/** Takes the pictures of the kiosk, the display and the page of a ticket: `kiosk-*.png`, `display.png`, `ticket.png`. */
export async function takeEntrancePictures(browser: Browser, save: (page: Page, name: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-pictures-'))
  copyFileSync(await migratedFile(), path.join(folder, 'city.sqlite3'))
  const db = openDatabase(`file:${path.join(folder, 'city.sqlite3')}`)
  const reading = readCityFolder(path.resolve(import.meta.dirname, '../../db/seeds/krakow'))
  if (!('city' in reading)) throw new Error('the sample city cannot be read')
  const { house, app } = await aWeb(db, { city: { ...reading.city, version: 1 }, now: `${day.date}T08:30` })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const printer = await plugInPrinter({ condition: 'ready' })
  try {
    await addPrinter(house, printer)
    const waiting = await aMorning(house)
    const kiosk = (await enrolled(house, 'kiosk')).cookie
    const display = (await enrolled(house, 'display')).cookie
    const upright = { width: 1080, height: 1920 }
    await take('kiosk-start', '/entrance/kiosk', upright, kiosk)
    await take('kiosk-code', '/entrance/kiosk/code?lang=uk', { width: 1280, height: 800 }, kiosk)
    await take('kiosk-ticket', '/entrance/kiosk/matters/sa-id-apply?lang=en', upright, kiosk, async page => {
      await page.locator('.k-choice.first, .k-time').first().click()
      await page.waitForSelector('.k-number')
    })
    await take('display', '/entrance/display', { width: 1920, height: 1080 }, display)
    await take('ticket', `/tickets/${ticketToken(testSecret, waiting)}`, { width: 390, height: 844 }, '')
  } finally {
    server.closeAllConnections()
    server.close()
    await printer.stop()
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  }

  async function take(
    name: string,
    address: string,
    viewport: { width: number; height: number },
    cookie: string,
    before?: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({
      baseURL: url,
      viewport,
      reducedMotion: 'reduce',
      deviceScaleFactor: viewport.width > 1000 ? 0.5 : 1,
    })
    const [cookieName = '', value = ''] = cookie.split('=')
    if (cookie !== '') await context.addCookies([{ name: cookieName, value, url }])
    const page = await context.newPage()
    await page.goto(address)
    await before?.(page)
    await page.waitForTimeout(300)
    await save(page, name)
    await context.close()
  }
}

/** Visits that have come, some of them called; answers the number of one that waits. */
async function aMorning(house: TestHouse): Promise<number> {
  const came: { number: number; deskId: string }[] = []
  for (const serviceId of services) {
    const known = await offersOf(house, { ...asked, serviceId, officeIds: [day.officeId], from: day.date, to: day.date }).catch(
      () => undefined,
    )
    const starts = known?.offices[0]?.days[0]?.times.slice(0, 2) ?? []
    for (const { start } of starts) {
      const booking = await bookVisit(house, { ...asked, ...day, serviceId, start }, { language: 'pl' })
      await checkIn(house, day.officeId, booking.number, { anyway: true })
      came.push(booking)
    }
  }
  house.clock.set(`${day.date}T08:47`)
  const waiting = came.at(-1)?.number ?? 0
  for (const { deskId, number } of came) {
    if (number !== waiting) await callNext(house, day, deskId)
    house.clock.passMinutes(0.2)
  }
  return waiting
}
