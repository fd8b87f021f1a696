import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packPrintsOf } from '../../../src/repositories/pack-prints.ts'
import { insertIssue } from '../../../src/repositories/paper-issues.ts'
import { addDevice } from '../../../src/use-cases/entrance/add-device.ts'
import { devicesInTrouble, officeHasPrinter } from '../../../src/use-cases/entrance/list-devices.ts'
import { issuePack, type PrintRoom } from '../../../src/use-cases/paper/issue-pack.ts'
import { packsByClock } from '../../../src/use-cases/paper/packs-by-clock.ts'
import { paperState } from '../../../src/use-cases/paper/paper-state.ts'
import { plainPrintRoom } from '../../../src/web/print-room.ts'
import { readPdf } from '../../paper/read-pdf.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo } from '../../support/desk.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'
import { plugInPrinter, type Behaviour, type Printer } from '../../support/printer.ts'
import { signedInAs } from '../../support/signed-in.ts'

onBothEngines('A printer of sheets', open => {
  let folder = ''
  let room: PrintRoom
  const plugged: Printer[] = []
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'okienko-print-'))
    room = { ...plainPrintRoom(folder), baseUrl: 'https://wizyty.example.pl' }
  })
  afterEach(async () => {
    await Promise.all(plugged.splice(0).map(printer => printer.stop()))
    rmSync(folder, { recursive: true, force: true })
  })

  async function plugIn(behaviour: Behaviour = {}): Promise<Printer> {
    const printer = await plugInPrinter(behaviour)
    plugged.push(printer)
    return printer
  }
  async function anOffice(printer: { host: string; port: number }) {
    const house = await aHouse(await open())
    const { number } = await signedInAs(house, { role: 'manager' })
    const asked = { officeId: 'CA', kind: 'printer', name: 'Sekretariat', entrance: '', countsExits: false } as const
    await addDevice(house, { ...asked, printer: { host: printer.host, port: printer.port } }, number)
    goTo(house, '7:15')
    return house
  }
  const statuses = async (house: TestHouse) =>
    (await packPrintsOf(house.db, deskDay)).map(({ number, status }) => `${number} ${status}`)

  it('gets the pack of the morning as it is kept, once, and those asked for, not those that follow a change', async () => {
    const printer = await plugIn()
    const house = await anOffice(printer)
    assert.deepEqual(await packsByClock(house, room, 45), ['CA'])
    const sent = await printer.job(1)
    assert.ok(sent.equals(readFileSync(path.join(folder, 'CA-2020-05-11-1.pdf'))))
    assert.match((await readPdf(sent)).text.join(' '), /Lista wejść/)

    await packsByClock(house, room, 45)
    await booked(house, '9:00')
    goTo(house, '7:20')
    assert.deepEqual(await packsByClock(house, room, 45), ['CA'])
    await issuePack(house, room, deskDay, 'hand')
    assert.equal((await readPdf(await printer.job(2))).text.length > 0, true)
    assert.deepEqual(await statuses(house), ['1 printed', '3 printed'])
    assert.equal(printer.jobs.length, 2)
    assert.deepEqual(await devicesInTrouble(house, 'CA'), [])
  })

  it('prints what another database asks for under the same ids', async () => {
    const printer = await plugIn()
    for (const house of [await anOffice(printer), await anOffice(printer)]) await issuePack(house, room, deskDay, 'hand')
    await printer.job(2)
  })

  it('that is switched off is tried again each minute until opening hours end, and then prints what is newest, once', async () => {
    const gone = await plugInPrinter()
    await gone.stop()
    const house = await anOffice(gone)
    await packsByClock(house, room, 45)
    assert.deepEqual(await statuses(house), ['1 refused'])
    assert.deepEqual(
      (await devicesInTrouble(house, 'CA')).map(({ trouble }) => trouble),
      ['error'],
    )

    await booked(house, '9:00')
    await packsByClock(house, room, 45)
    const printer = await plugIn()
    await house.db('devices').update({ printer_port: printer.port })
    for (const time of ['7:30', '7:31', '7:32']) {
      goTo(house, time)
      await packsByClock(house, room, 45)
    }
    assert.ok((await printer.job(1)).equals(readFileSync(path.join(folder, 'CA-2020-05-11-2.pdf'))))
    assert.deepEqual([await statuses(house), printer.jobs.length], [['1 printed'], 1])
    assert.deepEqual(await devicesInTrouble(house, 'CA'), [])
  })

  it('gets the pack of the morning a minute later where it could not be kept', async () => {
    const printer = await plugIn()
    const house = await anOffice(printer)
    const fullDisk = path.join(folder, 'full')
    writeFileSync(fullDisk, 'no folder')
    await assert.rejects(packsByClock(house, { ...room, folder: fullDisk }, 45))
    assert.deepEqual(await statuses(house), [])

    goTo(house, '7:16')
    assert.deepEqual(await packsByClock(house, room, 45), ['CA'])
    assert.ok((await printer.job(1)).equals(readFileSync(path.join(folder, 'CA-2020-05-11-1.pdf'))))
  })

  it('gets the pack of the morning from the next process where one has died before it was drawn', async () => {
    const printer = await plugIn()
    const house = await anOffice(printer)
    const { mark, page } = await paperState(house, deskDay)
    const left = { ...deskDay, number: 1, page, mark, reason: 'opening', at: house.clock.instant(), visits: new Map() } as const
    await insertIssue(house.db, left)
    assert.deepEqual(await packsByClock(house, room, 45), [], 'it may be drawn yet')

    goTo(house, '7:16')
    assert.deepEqual(await packsByClock(house, room, 45), ['CA'])
    assert.ok((await printer.job(1)).equals(readFileSync(path.join(folder, 'CA-2020-05-11-2.pdf'))))
    await packsByClock(house, room, 45)
    assert.deepEqual([await statuses(house), printer.jobs.length], [['1 printed'], 1])
  })

  it('that was added after the pack of the morning does not get it', async () => {
    const printer = await plugIn()
    const house = await anOffice(printer)
    await house.db('devices').update({ added_at: '2020-05-11T06:00:00.000Z' })
    await packsByClock(house, room, 45)
    await house.db('print_jobs').delete()
    goTo(house, '8:30')
    await packsByClock(house, room, 45)
    assert.deepEqual(await statuses(house), [])
  })

  it('that stalls lets nobody wait, and is not sent the same again', async () => {
    const printer = await plugIn({ stalls: true })
    const house = await anOffice(printer)
    const began = Date.now()
    await issuePack(house, room, deskDay, 'hand')
    await packsByClock(house, room, 45)
    assert.ok(Date.now() - began < 9000)
    assert.deepEqual(await statuses(house), ['1 sending'])
    goTo(house, '7:18')
    await packsByClock(house, room, 45)
    assert.deepEqual(await statuses(house), ['1 unsure'])
  })

  it('that drops the connection in the middle may have printed it: nobody sends it again unseen', async () => {
    const house = await anOffice(await plugIn({ breaksAfterBytes: 1000 }))
    await issuePack(house, room, deskDay, 'hand')
    assert.deepEqual(await statuses(house), ['1 unsure'])
    goTo(house, '7:18')
    await packsByClock(house, room, 45)
    assert.deepEqual(await statuses(house), ['1 unsure'])
  })

  it('prints no tickets', async () => {
    const house = await anOffice({ host: '127.0.0.1', port: 9 })
    assert.equal(await officeHasPrinter(house, 'CA'), false)
  })
})
