import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Device } from '../../src/domain/entrance/device.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { renameDevice } from '../../src/repositories/devices.ts'
import { countIn } from '../../src/use-cases/entrance/count-heads.ts'
import { noteDeviceState } from '../../src/use-cases/entrance/recognise-device.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import { aBuilding, aCity, aHall, aParty, aRequest, aRule, at } from '../support/builders.ts'
import { addPrinter, enrolled } from '../support/entrance.ts'
import type { TestHouse } from '../support/house.ts'
import { migratedFile } from '../support/migrated.ts'
import { signedInAs } from '../support/signed-in.ts'
import { aWeb } from '../support/web.ts'

/** An office of the tests on the morning of 11 May 2020: a guard at its door, two visits, people inside. */
export interface GuardedCity {
  readonly url: string
  readonly house: TestHouse
  readonly guard: Device
  /** References of a party of two at nine and of one person at twenty past. */
  readonly references: readonly [now: string, later: string]
  /** Lets a browser be the guard's phone, and its reader a manager. */
  signIn(page: Page): Promise<void>
  stop(): Promise<void>
}

/** Opens it: five persons without a code are inside, one of them above the limit of four, and the printer is out of paper. */
export async function aGuardedCity(): Promise<GuardedCity> {
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-guarded-'))
  copyFileSync(await migratedFile(), path.join(folder, 'city.sqlite3'))
  const db = openDatabase(`file:${path.join(folder, 'city.sqlite3')}`)
  const limit = aRule({ kind: 'absolute-cap', persons: 4 }, { id: 'house', legalBasis: 'Dz.U. 2020 poz. 697, § 13' })
  const { house, app } = await aWeb(db, {
    city: aCity({ zones: [aBuilding(), aHall()], rules: [limit] }),
    now: '2020-05-11T08:00',
  })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const book = async (time: string, persons: number) =>
    (await bookVisit(house, aRequest({ start: at(time), party: aParty(persons) }), { language: 'pl' })).reference
  const references = [await book('9:00', 2), await book('9:20', 1)] as const
  const { device, cookie } = await enrolled(house, 'guard')
  const guard = { ...device, entrance: 'od Rynku' }
  await renameDevice(db, guard.number, 'Telefon portiera', guard.entrance)
  const printer = await addPrinter(house, { host: '192.0.2.9', port: 9100 })
  await noteDeviceState(house, printer.number, { paper: 'out', error: 'no paper' })
  const heads = { counted: 1, bodies: 1 }
  for (const press of [1, 2, 3, 4]) await countIn(house, guard, heads, { eventId: `before-${press}` })
  await countIn(house, guard, heads, { eventId: 'before-5', reason: 'weather' })
  house.clock.set('2020-05-11T09:00')

  return {
    ...{ url, house, guard, references },
    signIn: async page => {
      const manager = await signedInAs(house, { role: 'manager', office: 'CA' })
      const cookies = [cookie, manager.cookie].map(each => {
        const [name = '', value = ''] = each.split('=')
        return { name, value, url }
      })
      await page.context().addCookies(cookies)
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await db.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
